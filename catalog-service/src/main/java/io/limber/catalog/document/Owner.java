package io.limber.catalog.document;

import io.limber.kit.tenancy.TenantId;

/** Whose a document is: everybody's, or one tenant's. */
public record Owner(String value) {
    /** The catalogue that all tenants read. No tenant's id can be this, because ids have no asterisk. */
    public static final Owner GLOBAL = new Owner("*");

    public static Owner of(TenantId tenant) {
        return new Owner(tenant.value());
    }
}
