package io.limber.reminder.schedule;

import static io.limber.reminder.schedule.Columns.instants;
import static io.limber.reminder.schedule.Columns.longs;
import static io.limber.reminder.schedule.Columns.numbers;
import static io.limber.reminder.schedule.Columns.texts;

import io.limber.cadence.RulesVersion;
import io.limber.reminder.schedule.ScheduleChange.Activated;
import io.limber.reminder.schedule.ScheduleChange.Removed;
import io.limber.reminder.schedule.ScheduleChange.Stopped;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The engine's rows as ingest writes them: a fixed number of statements a batch, whatever its size. The caller holds the
 * leases of all buckets in it, so nobody else writes these plans.
 */
@ApplicationScoped
public class ScheduleTable {
    // A batch asks for a few thousand keys, each to be found by its index. Left alone, the planner takes that for
    // reason
    // enough to read whole tables, or goes on with a plan from the time when they were empty.
    private static final String EXPECT_PROBES = """
            SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL enable_seqscan = off;
            SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off""";

    private static final String KNOWN = """
            SELECT s.bucket, s.plan_id, s.version, s.changed_at, s.cadence_key
              FROM unnest(?::int[], ?::text[]) AS p (bucket, plan_id)
              JOIN plan_state s ON s.bucket = p.bucket AND s.plan_id = p.plan_id""";

    // A version ends where its cadence has decided at least: what was emitted stays the version's that it was emitted
    // by, even when the clock was set back meanwhile.
    private static final String CLOSE = """
            UPDATE reminder r
               SET effective_until = greatest(?::timestamptz, r.effective_after, c.done_until)
              FROM unnest(?::int[], ?::text[], ?::text[], ?::bigint[]) AS p (bucket, plan_id, cadence_key, version),
                   cadence c
             WHERE r.cadence_key = p.cadence_key AND r.bucket = p.bucket AND r.plan_id = p.plan_id
               AND r.version = p.version AND r.effective_until IS NULL
               AND c.key = p.cadence_key AND c.bucket = p.bucket
            RETURNING r.bucket, r.plan_id, r.effective_until""";

    private static final String REMEMBER = """
            INSERT INTO plan_state (bucket, plan_id, tenant, version, changed_at, cadence_key)
            SELECT bucket, plan_id, tenant, version, %s, cadence_key
              FROM unnest(?::int[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[])
                   AS s (bucket, plan_id, tenant, version, changed_at, cadence_key)
            ON CONFLICT (bucket, plan_id)
            DO UPDATE SET version = excluded.version, changed_at = excluded.changed_at,
                          cadence_key = excluded.cadence_key, removed_at = NULL""".formatted(Columns.instant("changed_at"));

    private static final String REMOVE = """
            UPDATE plan_state s SET removed_at = ?::timestamptz, cadence_key = NULL
              FROM unnest(?::int[], ?::text[]) AS p (bucket, plan_id)
             WHERE s.bucket = p.bucket AND s.plan_id = p.plan_id""";

    // One that is there already goes on as it is: its next due time is not decided yet.
    private static final String ADD_CADENCES = """
            INSERT INTO cadence (key, bucket, tenant, definition, done_until, next_due_at, tzdb)
            SELECT key, bucket, tenant, definition, ?::timestamptz, %s, ?
              FROM unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::bigint[])
                   AS c (key, bucket, tenant, definition, next_due_at)
            ON CONFLICT (key, bucket) DO NOTHING""".formatted(Columns.instant("next_due_at"));

    private static final String ADD_REMINDERS = """
            INSERT INTO reminder (cadence_key, bucket, plan_id, version, tenant, person_id, zone, routine,
                                  active_from, active_until, effective_after)
            SELECT cadence_key, bucket, plan_id, version, tenant, person_id, zone, routine,
                   %s, coalesce(%s, 'infinity'), %s
              FROM unnest(?::text[], ?::int[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bytea[],
                          ?::bigint[], ?::bigint[], ?::bigint[])
                   AS r (cadence_key, bucket, plan_id, version, tenant, person_id, zone, routine,
                         active_from, active_until, effective_after)""".formatted(
            Columns.instant("active_from"), Columns.instant("active_until"), Columns.instant("effective_after"));

    // Due times up to the change are the old version's: what is emitted already may only be waiting to be deleted.
    private static final String DROP_SINGLES = """
            DELETE FROM one_off o USING unnest(?::int[], ?::text[]) AS p (bucket, plan_id)
             WHERE o.bucket = p.bucket AND o.plan_id = p.plan_id AND o.due_at > ?::timestamptz""";

    /** To be called first in each transaction. */
    void expectProbes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(EXPECT_PROBES);
        }
    }

    /** What is known of the given plans; none of those never seen. */
    Map<PlanKey, PlanState> known(Connection connection, Collection<PlanKey> plans) throws SQLException {
        Map<PlanKey, PlanState> known = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
            keys(statement, 1, List.copyOf(plans));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                known.put(
                        new PlanKey(rows.getInt(1), rows.getString(2)),
                        new PlanState(rows.getLong(3), instant(rows, 4), Optional.ofNullable(rows.getString(5))));
            }
        }
        return known;
    }

    /** Ends the versions in effect; returns when each ended, {@code at} or later. */
    Map<PlanKey, Instant> close(Connection connection, Map<PlanKey, PlanState> open, Instant at) throws SQLException {
        Map<PlanKey, Instant> closed = new HashMap<>();
        if (open.isEmpty()) {
            return closed;
        }
        List<PlanKey> plans = List.copyOf(open.keySet());
        List<PlanState> states = plans.stream().map(open::get).toList();
        try (PreparedStatement statement = connection.prepareStatement(CLOSE)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            keys(statement, 2, plans);
            texts(statement, 4, states, state -> state.cadence().orElse(null));
            longs(statement, 5, states, PlanState::version);
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
        List<Seen> rows = new ArrayList<>(activated.size() + stopped.size());
        activated.forEach(a -> rows.add(new Seen(
                a,
                a.tenant().value(),
                a.version(),
                Optional.of(a.membership().cadence().key()))));
        stopped.forEach(s -> rows.add(new Seen(s, s.tenant().value(), s.version(), Optional.empty())));
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            numbers(statement, 1, rows, row -> row.change().bucket());
            texts(statement, 2, rows, row -> row.change().plan().value());
            texts(statement, 3, rows, Seen::tenant);
            longs(statement, 4, rows, Seen::version);
            instants(statement, 5, rows, row -> effective.get(PlanKey.of(row.change())));
            texts(statement, 6, rows, row -> row.cadence().orElse(null));
            statement.executeUpdate();
        }
    }

    void remove(Connection connection, List<Removed> removed, Instant at) throws SQLException {
        if (removed.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            keys(statement, 2, removed.stream().map(PlanKey::of).toList());
            statement.executeUpdate();
        }
    }

    /** Snoozed reminders of these plans that are due after {@code at} are not emitted any more. */
    void dropSingles(Connection connection, Collection<PlanKey> plans, Instant at) throws SQLException {
        if (plans.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DROP_SINGLES)) {
            keys(statement, 1, List.copyOf(plans));
            statement.setObject(3, at.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    void addCadences(Connection connection, List<Activated> activated, Instant at) throws SQLException {
        Map<CadencePlace, SharedCadence> distinct = new LinkedHashMap<>();
        activated.forEach(change -> {
            SharedCadence cadence = change.membership().cadence();
            distinct.putIfAbsent(new CadencePlace(change.bucket(), cadence.key()), cadence);
        });
        if (distinct.isEmpty()) {
            return;
        }
        List<CadencePlace> places = List.copyOf(distinct.keySet());
        List<SharedCadence> cadences = List.copyOf(distinct.values());
        try (PreparedStatement statement = connection.prepareStatement(ADD_CADENCES)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setString(2, RulesVersion.current());
            texts(statement, 3, places, CadencePlace::key);
            numbers(statement, 4, places, CadencePlace::bucket);
            texts(statement, 5, cadences, cadence -> cadence.tenant().value());
            texts(statement, 6, cadences, SharedCadence::definition);
            instants(statement, 7, cadences, cadence -> cadence.nextAfter(at).orElse(null));
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
            texts(statement, 1, rows, a -> a.membership().cadence().key());
            numbers(statement, 2, rows, Activated::bucket);
            texts(statement, 3, rows, a -> a.plan().value());
            longs(statement, 4, rows, Activated::version);
            texts(statement, 5, rows, a -> a.tenant().value());
            texts(statement, 6, rows, a -> a.membership().personId());
            texts(statement, 7, rows, a -> a.membership().cadence().zone());
            Columns.bytes(statement, 8, rows, a -> a.membership().routine());
            instants(statement, 9, rows, a -> a.membership().active().from());
            instants(statement, 10, rows, a -> a.membership().active().until());
            instants(statement, 11, rows, a -> effective.get(PlanKey.of(a)));
            statement.executeUpdate();
        }
    }

    private static void keys(PreparedStatement statement, int first, List<PlanKey> plans) throws SQLException {
        numbers(statement, first, plans, PlanKey::bucket);
        texts(statement, first + 1, plans, PlanKey::planId);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Where a plan lies. */
    record PlanKey(int bucket, String planId) {
        static PlanKey of(ScheduleChange change) {
            return new PlanKey(change.bucket(), change.plan().value());
        }
    }

    /**
     * The highest version seen, and when it took effect.
     *
     * @param cadence key of the one by which this version is reminded, if it is
     */
    record PlanState(long version, Instant changedAt, Optional<String> cadence) {}

    private record Seen(ScheduleChange change, String tenant, long version, Optional<String> cadence) {}

    private record CadencePlace(int bucket, String key) {}
}
