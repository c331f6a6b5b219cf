package io.limber.reminder.firing;

import io.limber.cadence.Cadence;
import io.limber.cadence.RulesVersion;
import io.limber.reminder.firing.FiringCursor.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cadences as firing sees them: what is due next, and what is decided. */
@ApplicationScoped
class CadenceTable {
    // Two index probes a bucket, whatever the number of cadences and members.
    private static final String EARLIEST = """
            SELECT b.bucket, least(
                   (SELECT c.next_due_at FROM cadence c
                     WHERE c.bucket = b.bucket AND c.next_due_at IS NOT NULL ORDER BY c.next_due_at LIMIT 1),
                   (SELECT o.due_at FROM one_off o WHERE o.bucket = b.bucket ORDER BY o.due_at LIMIT 1))
              FROM unnest(?::int[]) AS b (bucket)""";

    // One of each tenant, then a second one of each, and so on.
    private static final String DUE = """
            SELECT key, tenant, definition, next_due_at, emitted_to
              FROM (SELECT c.*, row_number() OVER (PARTITION BY tenant ORDER BY next_due_at, key) AS turn
                      FROM cadence c WHERE bucket = ? AND next_due_at > ? AND next_due_at <= ?) d
             ORDER BY turn, next_due_at, key LIMIT ?""";

    private static final String FIND = """
            SELECT key, tenant, definition, next_due_at, emitted_to FROM cadence
             WHERE bucket = ? AND key = ANY(?) AND next_due_at IS NOT NULL""";

    // A cursor of version 1 names patterns: the key was the hash of the definition alone, and stood for every tenant's.
    private static final String OF_PATTERN = """
            SELECT key, tenant, definition, next_due_at, emitted_to FROM cadence
             WHERE bucket = ? AND next_due_at = ?::timestamptz
               AND left(encode(sha256(convert_to(definition, 'UTF8')), 'hex'), 32) = ?""";

    // Compare and set: whoever comes late with a due time that is decided already changes nothing.
    private static final String MOVE = """
            UPDATE cadence c SET done_until = m.done_until, next_due_at = m.next_due_at, tzdb = ?, emitted_to = NULL
              FROM unnest(?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
                   AS m (key, due, done_until, next_due_at)
             WHERE c.key = m.key AND c.bucket = ? AND c.next_due_at = m.due
            RETURNING c.key""";

    private static final String PUT_DOWN = """
            UPDATE cadence c SET emitted_to = s.emitted_to
              FROM unnest(?::text[], ?::timestamptz[], ?::text[]) AS s (key, due, emitted_to)
             WHERE c.key = s.key AND c.bucket = ? AND c.next_due_at = s.due""";

    private static final String OUTDATED = """
            SELECT key, tenant, definition, done_until, NULL FROM cadence
             WHERE bucket = ? AND tzdb <> ? AND emitted_to IS NULL""";

    private static final String RETIME = """
            UPDATE cadence c SET next_due_at = m.next_due_at, tzdb = ?
              FROM unnest(?::text[], ?::timestamptz[], ?::timestamptz[]) AS m (key, done_until, next_due_at)
             WHERE c.key = m.key AND c.bucket = ? AND c.done_until = m.done_until""";

    /** The earliest due time of each of these buckets that has one. */
    Map<Integer, Instant> earliest(Connection connection, Collection<Integer> buckets) throws SQLException {
        Map<Integer, Instant> earliest = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(EARLIEST)) {
            statement.setArray(1, connection.createArrayOf("int4", buckets.toArray()));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                OffsetDateTime due = rows.getObject(2, OffsetDateTime.class);
                if (due != null) {
                    earliest.put(rows.getInt(1), due.toInstant());
                }
            }
        }
        return earliest;
    }

    /** What became due after {@code after}: tenants in turns, and the earliest of each first. */
    List<DueCadence> due(Connection connection, int bucket, Instant after, Instant now, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            statement.setInt(1, bucket);
            statement.setObject(2, after.atOffset(ZoneOffset.UTC));
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            statement.setInt(4, limit);
            return cadences(statement);
        }
    }

    /** Those of the named cadences that have a next due time. */
    List<DueCadence> find(Connection connection, int bucket, Collection<String> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setInt(1, bucket);
            statement.setArray(2, connection.createArrayOf("text", keys.toArray()));
            return cadences(statement);
        }
    }

    /** Those that share a pattern and have this due time next. */
    List<DueCadence> ofPattern(Connection connection, int bucket, Step pattern) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_PATTERN)) {
            statement.setInt(1, bucket);
            statement.setString(2, pattern.due().toString());
            statement.setString(3, pattern.key());
            return cadences(statement);
        }
    }

    /** Decides due times, each only if it is still the cadence's next; returns the keys of those that it was. */
    Set<String> move(Connection connection, int bucket, List<Move> moves) throws SQLException {
        Set<String> moved = new HashSet<>();
        if (moves.isEmpty()) {
            return moved;
        }
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setString(1, RulesVersion.current());
            statement.setArray(2, texts(connection, moves, Move::key));
            statement.setArray(3, texts(connection, moves, move -> move.due().toString()));
            statement.setArray(
                    4, texts(connection, moves, move -> move.doneUntil().toString()));
            statement.setArray(
                    5,
                    texts(
                            connection,
                            moves,
                            move -> move.next().map(Instant::toString).orElse(null)));
            statement.setInt(6, bucket);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                moved.add(rows.getString(1));
            }
        }
        return moved;
    }

    /** Notes how far due times are emitted that the next cursor will not name. */
    void putDown(Connection connection, int bucket, Collection<Step> steps) throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(PUT_DOWN)) {
            statement.setArray(1, texts(connection, steps, Step::key));
            statement.setArray(2, texts(connection, steps, step -> step.due().toString()));
            statement.setArray(3, texts(connection, steps, step -> step.last().orElse(null)));
            statement.setInt(4, bucket);
            statement.executeUpdate();
        }
    }

    /** Cadences whose next due time was computed from other time-zone rules; {@code due} holds what is decided. */
    List<DueCadence> outdated(Connection connection, int bucket) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OUTDATED)) {
            statement.setInt(1, bucket);
            statement.setString(2, RulesVersion.current());
            return cadences(statement);
        }
    }

    void retime(Connection connection, int bucket, List<Move> moves) throws SQLException {
        if (moves.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(RETIME)) {
            statement.setString(1, RulesVersion.current());
            statement.setArray(2, texts(connection, moves, Move::key));
            statement.setArray(
                    3, texts(connection, moves, move -> move.doneUntil().toString()));
            statement.setArray(
                    4,
                    texts(
                            connection,
                            moves,
                            move -> move.next().map(Instant::toString).orElse(null)));
            statement.setInt(5, bucket);
            statement.executeUpdate();
        }
    }

    private static List<DueCadence> cadences(PreparedStatement statement) throws SQLException {
        List<DueCadence> cadences = new ArrayList<>();
        ResultSet rows = statement.executeQuery();
        while (rows.next()) {
            cadences.add(new DueCadence(
                    rows.getString(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getObject(4, OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(rows.getString(5))));
        }
        return cadences;
    }

    private static <T> Array texts(Connection connection, Collection<T> rows, Function<T, @Nullable String> value)
            throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(value).toArray());
    }

    /**
     * A tenant's cadence and a due time of it.
     *
     * @param emittedTo the plan up to which the table knows the due time to be emitted; empty when nothing of it is
     */
    record DueCadence(String key, String tenant, String definition, Instant due, Optional<String> emittedTo) {
        /** Empty when this JDK cannot compute it, for example because its time-zone rules do not know the zone. */
        Optional<Cadence> cadence() {
            try {
                return Optional.of(Cadence.parse(definition));
            } catch (DateTimeException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        /** Decides the due time and moves on to the next one, if there is one. */
        Move done() {
            return new Move(key, due, due, cadence().flatMap(cadence -> cadence.nextAfter(due)));
        }
    }

    /**
     * @param due the due time this decides
     * @param doneUntil everything up to this is decided
     * @param next empty when there is none any more
     */
    record Move(String key, Instant due, Instant doneUntil, Optional<Instant> next) {}
}
