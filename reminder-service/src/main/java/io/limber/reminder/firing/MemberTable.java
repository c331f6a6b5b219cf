package io.limber.reminder.firing;

import io.limber.contracts.ReminderDue;
import io.limber.reminder.firing.FiringCursor.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who is concerned by a due time. */
@ApplicationScoped
class MemberTable {
    // The rule of V1_0__engine.sql: the version in effect at the due time, while the plan is active.
    private static final String CONCERNED = """
            r.active_from <= d.due AND d.due < r.active_until
               AND r.effective_after < d.due AND (r.effective_until IS NULL OR d.due <= r.effective_until)""";

    // Each cadence in the order of its primary key, from where it stands.
    private static final String NEXT = """
            SELECT d.ordinal, d.due, m.*
              FROM unnest(?::text[], ?::timestamptz[], ?::text[]) WITH ORDINALITY AS d (key, due, last, ordinal)
             CROSS JOIN LATERAL (
                   SELECT r.plan_id, r.tenant, r.person_id, r.zone, r.routine FROM reminder r
                    WHERE r.cadence_key = d.key AND r.bucket = ? AND r.plan_id > d.last AND %s
                    ORDER BY r.plan_id LIMIT ?) m
             ORDER BY d.ordinal, m.plan_id""".formatted(CONCERNED);

    private static final String COUNT = """
            SELECT count(*) FROM unnest(?::timestamptz[], ?::text[]) AS d (due, last)
              JOIN reminder r ON r.cadence_key = ? AND r.bucket = ? AND r.plan_id > d.last AND %s""".formatted(CONCERNED);

    /** The next {@code share} members, at most, of each due time behind the plan emitted last. */
    List<List<DueReminder>> next(Connection connection, int bucket, List<Step> steps, int share) throws SQLException {
        List<List<DueReminder>> members = new ArrayList<>();
        steps.forEach(step -> members.add(new ArrayList<>()));
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", steps.stream().map(Step::key).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            steps.stream().map(step -> step.due().toString()).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            steps.stream().map(step -> step.last().orElse("")).toArray()));
            statement.setInt(4, bucket);
            statement.setInt(5, share);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                int step = rows.getInt(1) - 1;
                members.get(step).add(planned(rows, steps.get(step).due()));
            }
        }
        return members;
    }

    /** How many reminders these due times of a cadence are; of the first one only those behind {@code last}. */
    long count(Connection connection, int bucket, String key, List<Instant> dues, String last) throws SQLException {
        String[] lasts = new String[dues.size()];
        java.util.Arrays.fill(lasts, "");
        lasts[0] = last;
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", dues.stream().map(Instant::toString).toArray()));
            statement.setArray(2, connection.createArrayOf("text", lasts));
            statement.setString(3, key);
            statement.setInt(4, bucket);
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static DueReminder planned(ResultSet row, Instant due) throws SQLException {
        String plan = row.getString(3);
        return new DueReminder(
                ReminderIds.of(plan, due),
                plan,
                row.getString(4),
                row.getString(5),
                ReminderDue.Kind.PLANNED,
                due,
                row.getString(6),
                null,
                row.getBytes(7));
    }
}
