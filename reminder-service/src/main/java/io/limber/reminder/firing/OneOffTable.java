package io.limber.reminder.firing;

import io.limber.contracts.ReminderDue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Single reminders as firing sees them. */
@ApplicationScoped
class OneOffTable {
    private static final String DUE = """
            SELECT id, due_at, tenant, plan_id, person_id, zone, kind, snoozed_from, routine FROM one_off
             WHERE bucket = ? AND due_at <= ? ORDER BY due_at, id LIMIT ?""";

    private static final String GONE = " RETURNING tenant, due_at, zone";

    private static final String DELETE = "DELETE FROM one_off WHERE bucket = ? AND id = ANY(?)" + GONE;

    private static final String DELETE_BEFORE = "DELETE FROM one_off WHERE bucket = ? AND due_at < ?" + GONE;

    List<DueReminder> due(Connection connection, int bucket, Instant now, int limit) throws SQLException {
        List<DueReminder> due = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            statement.setInt(1, bucket);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setInt(3, limit);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                due.add(single(rows));
            }
        }
        return due;
    }

    /** Returns those that were still there. */
    List<Gone> delete(Connection connection, int bucket, Collection<UUID> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setInt(1, bucket);
            statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            return gone(statement);
        }
    }

    List<Gone> deleteBefore(Connection connection, int bucket, Instant tooLate) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE_BEFORE)) {
            statement.setInt(1, bucket);
            statement.setObject(2, tooLate.atOffset(ZoneOffset.UTC));
            return gone(statement);
        }
    }

    private static List<Gone> gone(PreparedStatement statement) throws SQLException {
        List<Gone> gone = new ArrayList<>();
        ResultSet rows = statement.executeQuery();
        while (rows.next()) {
            gone.add(new Gone(
                    rows.getString(1), rows.getObject(2, OffsetDateTime.class).toInstant(), rows.getString(3)));
        }
        return gone;
    }

    private static DueReminder single(ResultSet row) throws SQLException {
        return new DueReminder(
                row.getObject(1, UUID.class),
                row.getBytes(4),
                row.getString(3),
                row.getBytes(5),
                ReminderDue.Kind.valueOf(row.getString(7)),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(6),
                row.getObject(8, UUID.class),
                row.getBytes(9));
    }

    /** A single reminder that has left the table. */
    record Gone(String tenant, Instant due, String zone) {}
}
