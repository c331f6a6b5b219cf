package io.limber.catalog.stretch;

import io.limber.testkit.SqlProbe;
import io.limber.testkit.SqlProbe.Role;
import org.jspecify.annotations.Nullable;

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

    /**
     * @param replacedBy what to do instead; null when there is nothing
     */
    public static void retire(String tenant, String id, @Nullable String replacedBy) {
        SqlProbe.as("catalog", Role.APP).inTenant(tenant).execute("""
                        WITH next AS (
                            UPDATE catalogue_version SET version = version + 1 WHERE tenant = ? RETURNING version)
                        UPDATE stretch SET published = false, replaced_by = ?, change = (SELECT version FROM next)
                        WHERE tenant = ? AND id = ?""", tenant, replacedBy, tenant, id);
    }

    /**
     * What a tenant makes of a global stretch.
     *
     * @param wording JSON object, by language
     */
    public static void adapt(String tenant, String id, boolean hidden, String wording) {
        SqlProbe.as("catalog", Role.APP).inTenant(tenant).execute("""
                        WITH next AS (
                            INSERT INTO catalogue_version AS known (tenant, version) VALUES (?, 1)
                            ON CONFLICT (tenant) DO UPDATE SET version = known.version + 1 RETURNING version)
                        INSERT INTO adaptation AS known (tenant, id, version, hidden, wording, change, changed_at)
                        VALUES (?, ?, 1, ?, ?::jsonb, (SELECT version FROM next), now())
                        ON CONFLICT (tenant, id) DO UPDATE
                        SET version = known.version + 1, hidden = excluded.hidden, wording = excluded.wording,
                            change = excluded.change""", tenant, tenant, id, hidden, wording);
    }
}
