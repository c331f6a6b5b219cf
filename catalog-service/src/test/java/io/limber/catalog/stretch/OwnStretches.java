package io.limber.catalog.stretch;

import io.limber.testkit.SqlProbe;
import io.limber.testkit.SqlProbe.Role;

/** Stretches that belong to one tenant, put there by SQL until tenants can write their own. */
public final class OwnStretches {
    private OwnStretches() {}

    /** A copy of cat-cow that only {@code tenant} has, written by a newer version with a field we do not know. */
    public static void insert(String tenant, String id) {
        SqlProbe.as("catalog", Role.APP).inTenant(tenant).execute("""
                        INSERT INTO stretch (tenant, id, revision, content_hash, document)
                        SELECT ?, ?, 1, 'by hand', document || jsonb_build_object('id', ?::text, 'fieldOfTheNextVersion', 1)
                        FROM stretch WHERE tenant = '*' AND id = 'cat-cow'""", tenant, id, id);
    }
}
