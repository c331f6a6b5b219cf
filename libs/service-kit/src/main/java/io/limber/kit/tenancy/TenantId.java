package io.limber.kit.tenancy;

import java.util.regex.Pattern;

/** A customer of the platform. Lower-case letters, digits and dashes, at most 63 characters. */
public record TenantId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public TenantId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a tenant is 1 to 63 lower-case letters, digits and dashes");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
