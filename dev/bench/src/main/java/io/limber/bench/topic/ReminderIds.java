package io.limber.bench.topic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * The id that a planned reminder must have: a name-based UUID (version 5, RFC 9562 §5.5) of {@code <planId>@<due>}. Written down
 * here once more, as an integrator would do it from the contract, so that the service is not checked against itself.
 */
final class ReminderIds {

    private static final UUID NAMESPACE = UUID.fromString("5f9b1b1e-6c1d-4f0e-9c52-3e0a7c2d8b41");

    private final MessageDigest sha1;

    ReminderIds() {
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID of(String planId, Instant due) {
        sha1.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .flip());
        var hash = ByteBuffer.wrap(sha1.digest((planId + "@" + due).getBytes(StandardCharsets.UTF_8)));
        var version = hash.getLong() & ~0xF000L | 0x5000L;
        var variant = hash.getLong() & ~(0b11L << 62) | 0b10L << 62;
        return new UUID(version, variant);
    }
}
