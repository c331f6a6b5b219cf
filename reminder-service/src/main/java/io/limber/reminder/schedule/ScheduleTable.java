package io.limber.reminder.schedule;

import io.limber.cadence.RulesVersion;
import io.limber.reminder.bucket.TenantCadenceKey;
import io.limber.reminder.schedule.ScheduleChange.Activated;
import io.limber.reminder.schedule.ScheduleChange.Removed;
import io.limber.reminder.schedule.ScheduleChange.Stopped;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The engine's rows as ingest writes them: a fixed number of statements a batch, whatever its size. The caller holds the
 * leases of all buckets in it, so nobody else writes these plans.
 */
@ApplicationScoped
public class ScheduleTable {
    private static final String KNOWN = """
            SELECT s.bucket, s.plan_id, s.version, s.changed_at
              FROM unnest(?::int[], ?::text[]) AS p (bucket, plan_id)
              JOIN plan_state s ON s.bucket = p.bucket AND s.plan_id = p.plan_id""";

    // A version ends where its cadence has decided at least: what was emitted stays the version's that it was emitted
    // by,
    // even when the clock was set back meanwhile.
    private static final String CLOSE = """
            UPDATE reminder r
               SET effective_until = greatest(?::timestamptz, r.effective_after, c.done_until)
              FROM unnest(?::int[], ?::text[]) AS p (bucket, plan_id), cadence c
             WHERE r.bucket = p.bucket AND r.plan_id = p.plan_id AND r.effective_until IS NULL
               AND c.key = r.cadence_key AND c.bucket = r.bucket
            RETURNING r.bucket, r.plan_id, r.effective_until""";

    private static final String REMEMBER = """
            INSERT INTO plan_state (bucket, plan_id, tenant, version, changed_at)
            SELECT * FROM unnest(?::int[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[])
            ON CONFLICT (bucket, plan_id)
            DO UPDATE SET version = excluded.version, changed_at = excluded.changed_at, removed_at = NULL""";

    private static final String REMOVE = """
            UPDATE plan_state s SET removed_at = ?::timestamptz
              FROM unnest(?::int[], ?::text[]) AS p (bucket, plan_id)
             WHERE s.bucket = p.bucket AND s.plan_id = p.plan_id""";

    // One that is there already goes on as it is: its next due time is not decided yet.
    private static final String ADD_CADENCES = """
            INSERT INTO cadence (key, bucket, tenant, definition, done_until, next_due_at, tzdb)
            SELECT key, bucket, tenant, definition, ?::timestamptz, next_due_at, ?
              FROM unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::timestamptz[])
                   AS c (key, bucket, tenant, definition, next_due_at)
            ON CONFLICT (key, bucket) DO NOTHING""";

    private static final String ADD_REMINDERS = """
            INSERT INTO reminder (cadence_key, bucket, plan_id, version, tenant, person_id, zone, routine,
                                  active_from, active_until, effective_after)
            SELECT * FROM unnest(?::text[], ?::int[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bytea[],
                                 ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])""";

    private static final String DROP_SINGLES = """
            DELETE FROM one_off o USING unnest(?::int[], ?::text[]) AS p (bucket, plan_id)
             WHERE o.bucket = p.bucket AND o.plan_id = p.plan_id""";

    /** What is known of the given plans; none of those never seen. */
    Map<PlanKey, PlanState> known(Connection connection, Collection<PlanKey> plans) throws SQLException {
        Map<PlanKey, PlanState> known = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
            keys(statement, 1, plans);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                known.put(
                        new PlanKey(rows.getInt(1), rows.getString(2)),
                        new PlanState(rows.getLong(3), instant(rows, 4)));
            }
        }
        return known;
    }

    /** Ends the versions in effect; returns when each ended, {@code at} or later. */
    Map<PlanKey, Instant> close(Connection connection, Collection<PlanKey> plans, Instant at) throws SQLException {
        Map<PlanKey, Instant> closed = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(CLOSE)) {
            statement.setString(1, at.toString());
            keys(statement, 2, plans);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                closed.put(new PlanKey(rows.getInt(1), rows.getString(2)), instant(rows, 3));
            }
        }
        return closed;
    }

    void remember(
            Connection connection, List<Activated> activated, List<Stopped> stopped, Map<PlanKey, Instant> effective)
            throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        activated.forEach(a -> rows.add(new Object[] {
            a.bucket(), a.plan().value(), a.tenant().value(), a.version(), effective.get(PlanKey.of(a))
        }));
        stopped.forEach(s -> rows.add(new Object[] {
            s.bucket(), s.plan().value(), s.tenant().value(), s.version(), effective.get(PlanKey.of(s))
        }));
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            statement.setArray(1, array(connection, "int4", rows, row -> row[0]));
            statement.setArray(2, array(connection, "text", rows, row -> row[1]));
            statement.setArray(3, array(connection, "text", rows, row -> row[2]));
            statement.setArray(4, array(connection, "int8", rows, row -> row[3]));
            statement.setArray(5, array(connection, "text", rows, row -> String.valueOf(row[4])));
            statement.executeUpdate();
        }
    }

    void remove(Connection connection, List<Removed> removed, Instant at) throws SQLException {
        if (removed.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
            statement.setString(1, at.toString());
            keys(statement, 2, removed.stream().map(PlanKey::of).toList());
            statement.executeUpdate();
        }
    }

    /** Snoozed reminders of these plans are not emitted any more. */
    void dropSingles(Connection connection, Collection<PlanKey> plans) throws SQLException {
        if (plans.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DROP_SINGLES)) {
            keys(statement, 1, plans);
            statement.executeUpdate();
        }
    }

    void addCadences(Connection connection, List<Activated> activated, Instant at) throws SQLException {
        Map<String, Activated> distinct = new HashMap<>();
        for (Activated change : activated) {
            distinct.putIfAbsent(change.bucket() + " " + cadenceKey(change), change);
        }
        List<Activated> rows = List.copyOf(distinct.values());
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(ADD_CADENCES)) {
            statement.setString(1, at.toString());
            statement.setString(2, RulesVersion.current());
            statement.setArray(3, array(connection, "text", rows, ScheduleTable::cadenceKey));
            statement.setArray(4, array(connection, "int4", rows, Activated::bucket));
            statement.setArray(
                    5, array(connection, "text", rows, a -> a.tenant().value()));
            statement.setArray(
                    6,
                    array(
                            connection,
                            "text",
                            rows,
                            a -> a.membership().cadence().canonical()));
            statement.setArray(
                    7,
                    array(
                            connection,
                            "text",
                            rows,
                            a -> a.membership()
                                    .cadence()
                                    .nextAfter(at)
                                    .map(Instant::toString)
                                    .orElse(null)));
            statement.executeUpdate();
        }
    }

    /** @param effective from when on each is reminded like this */
    void addReminders(Connection connection, List<Activated> rows, Map<PlanKey, Instant> effective)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(ADD_REMINDERS)) {
            statement.setArray(1, array(connection, "text", rows, ScheduleTable::cadenceKey));
            statement.setArray(2, array(connection, "int4", rows, Activated::bucket));
            statement.setArray(3, array(connection, "text", rows, a -> a.plan().value()));
            statement.setArray(4, array(connection, "int8", rows, Activated::version));
            statement.setArray(
                    5, array(connection, "text", rows, a -> a.tenant().value()));
            statement.setArray(
                    6, array(connection, "text", rows, a -> a.membership().personId()));
            statement.setArray(
                    7,
                    array(
                            connection,
                            "text",
                            rows,
                            a -> a.membership().cadence().zone().getId()));
            statement.setArray(8, connection.createArrayOf("bytea", routines(rows)));
            statement.setArray(
                    9,
                    array(
                            connection,
                            "text",
                            rows,
                            a -> stored(a.membership().active().from())));
            statement.setArray(
                    10,
                    array(
                            connection,
                            "text",
                            rows,
                            a -> stored(a.membership().active().until())));
            statement.setArray(11, array(connection, "text", rows, a -> String.valueOf(effective.get(PlanKey.of(a)))));
            statement.executeUpdate();
        }
    }

    private static void keys(PreparedStatement statement, int first, Collection<PlanKey> plans) throws SQLException {
        Connection connection = statement.getConnection();
        List<PlanKey> rows = List.copyOf(plans);
        statement.setArray(first, array(connection, "int4", rows, PlanKey::bucket));
        statement.setArray(first + 1, array(connection, "text", rows, PlanKey::planId));
    }

    private static <T> Array array(Connection connection, String type, List<T> rows, Function<T, ?> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }

    private static byte[][] routines(List<Activated> rows) {
        return rows.stream().map(a -> a.membership().routine()).toArray(byte[][]::new);
    }

    private static String cadenceKey(Activated change) {
        return TenantCadenceKey.of(change.tenant(), change.membership().cadence())
                .value();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String stored(Instant instant) {
        return instant.equals(Instant.MAX) ? "infinity" : instant.toString();
    }

    /** Where a plan lies. */
    record PlanKey(int bucket, String planId) {
        static PlanKey of(ScheduleChange change) {
            return new PlanKey(change.bucket(), change.plan().value());
        }
    }

    /** The highest version seen, and when it took effect. */
    record PlanState(long version, Instant changedAt) {}
}
