package io.limber.catalog.stretch;

import io.limber.testkit.SqlProbe;
import io.limber.testkit.SqlProbe.Role;

/** Stretches that belong to one tenant, put there by SQL, as another replica would. */
public final class OwnStretches {
    private OwnStretches() {}

    /** A copy of cat-cow that only {@code tenant} has, written by a newer version with a field we do not know. */
    public static void insert(String tenant, String id) {
        put(tenant, id, "{\"fieldOfTheNextVersion\": 1}");
    }

    /**
     * A copy of cat-cow with other values, new or in the place of the one of this id.
     *
     * @param changes JSON object; a field that is null in it is left out
     */
    public static void put(String tenant, String id, String changes) {
        SqlProbe.as("catalog", Role.APP).inTenant(tenant).execute("""
                        WITH next AS (
                            INSERT INTO catalogue_version AS known (tenant, version) VALUES (?, 1)
                            ON CONFLICT (tenant) DO UPDATE SET version = known.version + 1 RETURNING version)
                        INSERT INTO stretch AS known (tenant, id, revision, content_hash, document, change)
                        SELECT ?, ?, 1, 'by hand',
                               jsonb_strip_nulls(document || jsonb_build_object('id', ?::text, 'formerIds', null) || ?::jsonb),
                               (SELECT version FROM next)
                        FROM stretch WHERE tenant = '*' AND id = 'cat-cow'
                        ON CONFLICT (tenant, id) DO UPDATE
                        SET revision = known.revision + 1, document = excluded.document, change = excluded.change""", tenant, tenant, id, id, changes);
    }
}
