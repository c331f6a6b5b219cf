package io.limber.reminder.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.testkit.SqlProbe;
import io.limber.testkit.TestStack;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** V1_4__ingest.sql on a database that has been in use. */
class IngestMigrationComponentTest {
    private static final String SERVICE = "ingestmigration";

    private final SqlProbe sql;

    IngestMigrationComponentTest() {
        TestStack.createServiceDatabase(SERVICE);
        sql = SqlProbe.as(SERVICE, SqlProbe.Role.LOOP);
    }

    @Test
    void findsTheCadenceOfEachPlanThatIsReminded() {
        // Given: a plan in its second version, one that rests, and one that has ended
        migrate("1.3");
        sql.execute("""
                INSERT INTO cadence (key, bucket, tenant, definition, done_until, next_due_at, tzdb)
                VALUES ('old', 3, 'acme', 'a', '2026-11-22T10:00Z', NULL, '2026a'),
                       ('new', 3, 'acme', 'b', '2026-11-22T10:00Z', NULL, '2026a')""");
        sql.execute("""
                INSERT INTO plan_state (bucket, plan_id, tenant, version, changed_at, removed_at)
                VALUES (3, 'moved', 'acme', 2, '2026-11-22T10:00Z', NULL),
                       (3, 'paused', 'acme', 2, '2026-11-22T10:00Z', NULL),
                       (3, 'ended', 'acme', 1, '2026-11-22T10:00Z', '2026-11-22T10:00Z')""");
        reminder("old", "moved", 1, "'2026-11-22T10:00Z'");
        reminder("new", "moved", 2, "NULL");
        reminder("old", "paused", 1, "'2026-11-22T10:00Z'");
        reminder("old", "ended", 1, "'2026-11-22T10:00Z'");

        // When
        migrate("1.4");

        // Then
        assertThat(sql.query("SELECT plan_id, coalesce(cadence_key, '-') AS cadence FROM plan_state ORDER BY plan_id"))
                .containsExactly(
                        Map.of("plan_id", "ended", "cadence", "-"),
                        Map.of("plan_id", "moved", "cadence", "new"),
                        Map.of("plan_id", "paused", "cadence", "-"));
        assertThat(sql.count("SELECT count(*) FROM pg_indexes WHERE indexname = 'reminder_open'"))
                .isZero();
        assertThat(sql.count("""
                        SELECT count(*) FROM pg_class
                         WHERE relname IN ('reminder', 'plan_state') AND relrowsecurity AND relforcerowsecurity""")).isEqualTo(2);
    }

    private void reminder(String cadence, String plan, int version, String until) {
        sql.execute("""
                INSERT INTO reminder VALUES (?, 3, ?, %d, 'acme', 'p', 'UTC', '', '-infinity', 'infinity', '-infinity', %s)
                """.formatted(version, until), cadence, plan);
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
