package io.limber.reminder.firing;

import io.limber.contracts.ReminderDue;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Who is concerned by a due time. */
@ApplicationScoped
class MemberTable {
    // The rule of V1_0__engine.sql: the version in effect at the due time, while the plan is active.
    static final String CONCERNED = """
            r.active_from <= d.due AND d.due < r.active_until
               AND r.effective_after < d.due AND (r.effective_until IS NULL OR d.due <= r.effective_until)""";

    // Each cadence in the order of its primary key, from where it stands. Not sorted again as a whole, which would cost
    // as much as reading; whoever takes the rows in checks the order.
    private static final String NEXT = """
            SELECT d.ordinal, m.*
              FROM unnest(?::text[], ?::timestamptz[], ?::text[], ?::int[])
                   WITH ORDINALITY AS d (key, due, last, share, ordinal)
             CROSS JOIN LATERAL (
                   SELECT r.plan_id, r.person_id, r.zone, r.routine FROM reminder r
                    WHERE r.cadence_key = d.key AND r.bucket = ? AND r.plan_id > d.last AND %s
                    ORDER BY r.plan_id LIMIT d.share) m""".formatted(CONCERNED);

    /** The next members of each due time behind the plan emitted last, at most its share. */
    List<List<DueReminder>> next(Connection connection, int bucket, List<Turn> turns, int[] shares)
            throws SQLException {
        List<Reminders> members = turns.stream().map(Reminders::new).toList();
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setArray(1, texts(connection, turns, Turn::key));
            statement.setArray(
                    2, texts(connection, turns, turn -> turn.cadence().due().toString()));
            statement.setArray(3, texts(connection, turns, turn -> turn.last().orElse("")));
            statement.setObject(4, shares);
            statement.setInt(5, bucket);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                members.get(rows.getInt(1) - 1).add(rows);
            }
        }
        return members.stream().map(Reminders::all).toList();
    }

    private static Array texts(Connection connection, List<Turn> turns, Function<Turn, String> value)
            throws SQLException {
        return connection.createArrayOf("text", turns.stream().map(value).toArray());
    }

    /** Rows of one due time, which have all but the person in common. */
    private static final class Reminders {
        private final List<DueReminder> all = new ArrayList<>();
        private final String tenant;
        private final Instant due;
        private final ReminderIds.OfDue ids;
        private String zone = "";
        private byte[] zoneText = {};
        private byte[] last = {};

        Reminders(Turn turn) {
            this.tenant = turn.cadence().tenant();
            this.due = turn.cadence().due();
            this.ids = new ReminderIds.OfDue(due);
        }

        List<DueReminder> all() {
            return all;
        }

        // The driver gives the bytes of a text as they come: nothing is decoded to be encoded again.
        void add(ResultSet row) throws SQLException {
            byte[] plan = row.getBytes(2);
            if (Arrays.compareUnsigned(last, plan) >= 0) {
                // The cursor could not say who is left.
                throw new IllegalStateException("members do not come in the order of their plans' ids");
            }
            last = plan;
            all.add(new DueReminder(
                    ids.of(plan),
                    plan,
                    tenant,
                    row.getBytes(3),
                    ReminderDue.Kind.PLANNED,
                    due,
                    zone(row.getBytes(4)),
                    null,
                    row.getBytes(5)));
        }

        private String zone(byte[] text) {
            if (!Arrays.equals(text, zoneText)) {
                zoneText = text;
                zone = new String(text, StandardCharsets.UTF_8);
            }
            return zone;
        }
    }
}
