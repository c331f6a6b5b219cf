package io.limber.routine;

import io.limber.kit.tenancy.TenantId;
import jakarta.persistence.EntityManager;

/** The place of a row under a platform's own id, which can be held before there is a row. */
public final class Place {
    // Released with the transaction; a row that is not there cannot be locked itself.
    private static final String HOLD = "SELECT CAST(pg_advisory_xact_lock(hashtextextended(:place, 0)) AS text)";

    private Place() {}

    /**
     * Holds the place until the transaction ends: of two requests that add the same, the second finds what the first has
     * added.
     *
     * @param kind of what the id names, for example {@code person}
     */
    public static void hold(EntityManager entities, String kind, TenantId tenant, String id) {
        var unused = entities.createNativeQuery(HOLD, String.class)
                .setParameter("place", kind + "\n" + tenant.value() + "\n" + id)
                .getSingleResult();
    }
}
