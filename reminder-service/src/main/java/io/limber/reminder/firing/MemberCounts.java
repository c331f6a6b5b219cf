package io.limber.reminder.firing;

import io.limber.reminder.firing.CadenceTable.DueCadence;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How many reminders due times are. */
@ApplicationScoped
class MemberCounts {
    private static final String OF_EACH = """
            SELECT d.ordinal, count(*)
              FROM unnest(?::text[], ?::timestamptz[]) WITH ORDINALITY AS d (key, due, ordinal)
              JOIN reminder r ON r.cadence_key = d.key AND r.bucket = ? AND %s
             GROUP BY d.ordinal""".formatted(MemberTable.CONCERNED);

    // Each member once, whatever the number of due times: of the ascending dues it is concerned by those behind the
    // lo-th up to the hi-th, by the same rule. width_bucket is the number of dues up to an instant; the rule's strict
    // comparisons are one microsecond, the smallest step, earlier.
    private static final String OF_SLOTS = """
            SELECT lo, hi, count(*), count(*) FILTER (WHERE lo = 0 AND plan_id <= ?) FROM (
                   SELECT r.plan_id,
                          greatest(width_bucket(r.effective_after, d.dues),
                                   width_bucket(r.active_from - interval '1 microsecond', d.dues)) AS lo,
                          least(width_bucket(r.active_until - interval '1 microsecond', d.dues),
                                width_bucket(coalesce(r.effective_until, 'infinity'), d.dues)) AS hi
                     FROM reminder r CROSS JOIN (SELECT ?::timestamptz[] AS dues) AS d
                    WHERE r.cadence_key = ? AND r.bucket = ?) AS m
             WHERE hi > lo GROUP BY lo, hi""";

    /** Of each due time, in their order. */
    List<Long> ofEach(Connection connection, int bucket, List<DueCadence> dues) throws SQLException {
        List<Long> counts = new ArrayList<>(Collections.nCopies(dues.size(), 0L));
        try (PreparedStatement statement = connection.prepareStatement(OF_EACH)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", dues.stream().map(DueCadence::key).toArray()));
            statement.setArray(
                    2, instants(connection, dues.stream().map(DueCadence::due).toList()));
            statement.setInt(3, bucket);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                counts.set(rows.getInt(1) - 1, rows.getLong(2));
            }
        }
        return counts;
    }

    /**
     * Of many due times of one cadence, in one pass over its members.
     *
     * @param dues ascending
     * @param emittedTo the plan up to which the first of them is emitted; empty text when nothing of it is
     */
    Slots ofSlots(Connection connection, int bucket, String key, List<Instant> dues, String emittedTo)
            throws SQLException {
        long[] changes = new long[dues.size() + 1];
        long emitted = 0;
        try (PreparedStatement statement = connection.prepareStatement(OF_SLOTS)) {
            statement.setString(1, emittedTo);
            statement.setArray(2, instants(connection, dues));
            statement.setString(3, key);
            statement.setInt(4, bucket);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                changes[rows.getInt(1)] += rows.getLong(3);
                changes[rows.getInt(2)] -= rows.getLong(3);
                emitted += rows.getLong(4);
            }
        }
        List<Long> planned = new ArrayList<>(dues.size());
        long concerned = 0;
        for (int i = 0; i < dues.size(); i++) {
            concerned += changes[i];
            planned.add(concerned);
        }
        return new Slots(planned, emitted);
    }

    private static Array instants(Connection connection, List<Instant> instants) throws SQLException {
        return connection.createArrayOf(
                "timestamptz", instants.stream().map(Instant::toString).toArray());
    }

    /**
     * Reminders of due times, in their order.
     *
     * @param emittedOfFirst those of the first one that are emitted
     */
    record Slots(List<Long> planned, long emittedOfFirst) {
        long planned(int slot) {
            return planned.get(slot);
        }
    }
}
