package io.limber.cadence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identity of a cadence: the first 128 bits of the SHA-256 of its canonical form, as 32 hex digits. */
public record CadenceKey(String value) {
    public CadenceKey {
        if (!value.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("a cadence key is 32 hex digits");
        }
    }

    static CadenceKey of(String canonical) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return new CadenceKey(HexFormat.of().formatHex(hash, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
