package io.limber.reminder.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.limber.contracts.ReminderDue;
import io.limber.contracts.ShownRoutine;
import io.limber.kit.events.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between a row of {@code due_reminder} and a {@link Reminder}. */
public final class ReminderRow {
    static final String COLUMNS =
            "id, plan_id, person_id, kind, due_at, zone, snoozed_from, routine, progress, answer, "
                    + "answered_at, answered_via, snooze_minutes, snoozed_until, snoozed_reminder_id, skip_reason, version";

    private ReminderRow() {}

    /** The row must have all columns of the table under their own names. */
    public static Reminder read(ResultSet row) throws SQLException {
        UUID snoozedFrom = row.getObject("snoozed_from", UUID.class);
        ReminderDue due = new ReminderDue(
                row.getObject("id", UUID.class).toString(),
                row.getString("plan_id"),
                row.getString("person_id"),
                ReminderDue.Kind.valueOf(row.getString("kind")),
                instant(row, "due_at"),
                row.getString("zone"),
                snoozedFrom == null ? null : snoozedFrom.toString(),
                routine(row.getString("routine")));
        return new Reminder(due, Progress.valueOf(row.getString("progress")), replied(row), row.getLong("version"));
    }

    private static @Nullable Replied replied(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        if (answer == null) {
            return null;
        }
        Reply reply = switch (answer) {
            case "DONE" -> new Reply.Done();
            case "SNOOZED" -> new Reply.Snooze(row.getInt("snooze_minutes"));
            case "SKIPPED" -> new Reply.Skip(SkipReason.valueOf(row.getString("skip_reason")));
            default -> throw new IllegalStateException("there is no answer " + answer);
        };
        UUID next = row.getObject("snoozed_reminder_id", UUID.class);
        return new Replied(
                reply,
                instant(row, "answered_at"),
                Via.valueOf(row.getString("answered_via")),
                next == null ? null : new Replied.Next(instant(row, "snoozed_until"), next));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static ShownRoutine routine(String json) {
        try {
            return EventJson.MAPPER.readValue(json, ShownRoutine.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored routine cannot be read", e);
        }
    }
}
