package io.limber.catalog.stretch;

import io.limber.testkit.SqlProbe;
import io.limber.testkit.SqlProbe.Role;

/** Stretches that belong to one tenant, put there by SQL, as another replica would. */
public final class OwnStretches {
    private OwnStretches() {}

    /** A copy of cat-cow that only {@code tenant} has, written by a newer version with a field we do not know. */
    public static void insert(String tenant, String id) {
        SqlProbe.as("catalog", Role.APP).inTenant(tenant).execute("""
                        WITH next AS (
                            INSERT INTO catalogue_version AS known (tenant, version) VALUES (?, 1)
                            ON CONFLICT (tenant) DO UPDATE SET version = known.version + 1 RETURNING version)
                        INSERT INTO stretch (tenant, id, revision, content_hash, document, change)
                        SELECT ?, ?, 1, 'by hand', document || jsonb_build_object('id', ?::text, 'fieldOfTheNextVersion', 1),
                               (SELECT version FROM next)
                        FROM stretch WHERE tenant = '*' AND id = 'cat-cow'""", tenant, tenant, id, id);
    }
}
