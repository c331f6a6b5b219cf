package io.limber.reminder.bucket;

import io.limber.cadence.Cadence;
import io.limber.kit.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Identity of a tenant's cadence: the first 128 bits of the SHA-256 of tenant, line feed and canonical form, as 32 hex
 * digits. V1_2__tenant_cadences.sql computes the same.
 */
public record TenantCadenceKey(String value) {
    public static TenantCadenceKey of(TenantId tenant, Cadence cadence) {
        return of(tenant.value(), cadence.canonical());
    }

    static TenantCadenceKey of(String tenant, String canonical) {
        try {
            byte[] text = (tenant + "\n" + canonical).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
            return new TenantCadenceKey(HexFormat.of().formatHex(hash, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
