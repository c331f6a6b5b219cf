package io.limber.reminder.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.testkit.SqlProbe;
import io.limber.testkit.TestStack;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** V1_2__tenant_cadences.sql on a database that has been in use. */
class TenantCadencesMigrationComponentTest {
    private static final String SERVICE = "tenantcadences";
    private static final String PATTERN = "v1;weekly:127;36000;UTC;SHIFT;FIRST;1800";

    private final SqlProbe sql;

    TenantCadencesMigrationComponentTest() {
        TestStack.createServiceDatabase(SERVICE);
        sql = SqlProbe.as(SERVICE, SqlProbe.Role.LOOP);
    }

    @Test
    void givesEachTenantItsOwnRow() {
        // Given
        migrate("1.1");
        sql.execute("""
                INSERT INTO cadence VALUES ('shared', 3, ?, '2026-11-22T10:00Z', '2026-11-23T10:00Z', '2026a'),
                                           ('lonely', 3, 'nobody is on it', '2026-11-22T10:00Z', NULL, '2026a')""", PATTERN);
        for (String tenant : List.of("acme", "acme", "globex")) {
            sql.execute("""
                    INSERT INTO reminder VALUES ('shared', 3, gen_random_uuid(), 1, ?, 'p', 'UTC', '', '-infinity',
                                                 'infinity', '-infinity')""", tenant);
        }

        // When
        migrate("1.2");

        // Then
        List<String> keys = Stream.of("acme", "globex")
                .map(tenant -> TenantCadenceKey.of(tenant, PATTERN).value())
                .toList();
        assertThat(sql.query("""
                        SELECT c.key, c.tenant, c.next_due_at = '2026-11-23T10:00Z' AS due, count(r.*) AS members
                          FROM cadence c LEFT JOIN reminder r ON r.cadence_key = c.key AND r.bucket = c.bucket
                                AND r.tenant = c.tenant
                         GROUP BY c.key, c.bucket ORDER BY c.tenant"""))
                .isEqualTo(List.of(
                        Map.of("key", keys.get(0), "tenant", "acme", "due", true, "members", 2L),
                        Map.of("key", keys.get(1), "tenant", "globex", "due", true, "members", 1L)));
    }

    private static void migrate(String version) {
        Flyway.configure()
                .dataSource(TestStack.jdbcUrl("limber_" + SERVICE), "limber_" + SERVICE + "_owner", TestStack.PASSWORD)
                .locations("db/kit", "db/migration")
                .placeholders(Map.of("app", "limber_" + SERVICE + "_app", "loop", "limber_" + SERVICE + "_loop"))
                .target(version)
                .load()
                .migrate();
    }
}
