package io.limber.catalog.document;

import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limber.catalog.CatalogTest;
import io.limber.catalog.stretch.OwnStretches;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.SqlProbe.Role;
import io.limber.testkit.SqlProbe.SqlProbeException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The second wall, with SQL written by hand. */
@CatalogTest
class RowLevelSecurityComponentTest {
    private static final String NOT_ALLOWED = "42501";

    @Test
    void everyTableWithATenantForcesRowLevelSecurity() {
        List<Map<String, Object>> tables = SqlProbe.as("catalog", Role.OWNER).query("""
                SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS walled
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE a.attname = 'tenant' AND c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace""");

        assertThat(tables)
                .extracting(table -> table.get("name"))
                .contains("stretch", "vocabulary", "guidance", "document_revision", "outbox", "idempotency_key");
        assertThat(tables).allSatisfy(table -> assertThat(table).containsEntry("walled", true));
    }

    @Test
    void withoutATenantThereIsNoRow() {
        OwnStretches.insert(freshTenant(), "own-hidden");

        for (String table : List.of("stretch", "vocabulary", "guidance", "document_revision", "idempotency_key")) {
            assertThat(SqlProbe.as("catalog", Role.APP).count("SELECT count(*) FROM " + table))
                    .as(table)
                    .isZero();
            assertThat(SqlProbe.as("catalog", Role.APP).inTenant("").count("SELECT count(*) FROM " + table))
                    .as(table)
                    .isZero();
        }
        assertThat(refused(Role.APP, "", "SELECT * FROM outbox")).isEqualTo(NOT_ALLOWED);
        assertThat(SqlProbe.as("catalog", Role.LOOP).count("SELECT count(*) FROM stretch"))
                .isGreaterThan(1);
    }

    @Test
    void aTenantReadsTheGlobalRowsAndItsOwn() {
        String tenant = freshTenant();
        OwnStretches.insert(tenant, "own-a");
        OwnStretches.insert(freshTenant(), "own-b");
        long global = SqlProbe.as("catalog", Role.LOOP)
                .count("SELECT count(*) FROM stretch WHERE tenant = '*' AND published");

        assertThat(SqlProbe.as("catalog", Role.APP)
                        .inTenant(tenant)
                        .count("SELECT count(*) FROM stretch WHERE published"))
                .isEqualTo(global + 1);
    }

    @Test
    void aTenantWritesNeitherGlobalRowsNorAnothers() {
        String tenant = freshTenant();
        String other = freshTenant();
        OwnStretches.insert(other, "own-c");

        String copy = "INSERT INTO stretch (tenant, id, revision, content_hash, document)"
                + " SELECT '%s', 'forged', 1, 'x', document FROM stretch WHERE id = 'cat-cow'";
        assertThat(refused(Role.APP, tenant, copy.formatted("*"))).isEqualTo(NOT_ALLOWED);
        assertThat(refused(Role.APP, tenant, copy.formatted(other))).isEqualTo(NOT_ALLOWED);
        assertThat(SqlProbe.as("catalog", Role.APP)
                        .inTenant(tenant)
                        .execute("UPDATE stretch SET revision = revision + 1 WHERE id IN ('cat-cow', 'own-c')"))
                .isZero();
        assertThat(refused(Role.APP, tenant, "DELETE FROM stretch")).isEqualTo(NOT_ALLOWED);
        assertThat(refused(Role.APP, tenant, "UPDATE document_revision SET content_hash = 'x'"))
                .isEqualTo(NOT_ALLOWED);
    }

    private static String refused(Role role, String tenant, String sql) {
        return catchThrowableOfType(
                        SqlProbeException.class,
                        () -> SqlProbe.as("catalog", role).inTenant(tenant).execute(sql))
                .state();
    }
}
