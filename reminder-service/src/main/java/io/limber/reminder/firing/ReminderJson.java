package io.limber.reminder.firing;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes {@link io.limber.contracts.ReminderDue} as JSON, byte for byte what {@code EventJson} writes, without building
 * the objects: the routine is copied as it lies in the table.
 */
final class ReminderJson {
    private static final int FRAME = 320;

    private ReminderJson() {}

    static byte[] of(DueReminder reminder) {
        ByteArrayOutputStream json = new ByteArrayOutputStream(FRAME + reminder.routine().length);
        raw(json, "{\"reminderId\":\"").raw(reminder.id().toString());
        raw(json, "\",\"planId\":\"").text(reminder.planId());
        raw(json, "\",\"personId\":\"").text(reminder.personId());
        raw(json, "\",\"kind\":\"").raw(reminder.kind().name());
        raw(json, "\",\"dueAt\":\"").raw(reminder.dueAt().toString());
        raw(json, "\",\"zone\":\"").text(reminder.zone());
        if (reminder.snoozedFrom() != null) {
            raw(json, "\",\"snoozedFrom\":\"").raw(reminder.snoozedFrom().toString());
        }
        raw(json, "\",\"routine\":");
        json.writeBytes(reminder.routine());
        raw(json, "}");
        return json.toByteArray();
    }

    private static Value raw(ByteArrayOutputStream json, String frame) {
        json.writeBytes(frame.getBytes(StandardCharsets.ISO_8859_1));
        return new Value(json);
    }

    private record Value(ByteArrayOutputStream json) {
        void raw(String value) {
            json.writeBytes(value.getBytes(StandardCharsets.ISO_8859_1));
        }

        void text(String value) {
            json.writeBytes(JsonStringEncoder.getInstance().quoteAsUTF8(value));
        }
    }
}
