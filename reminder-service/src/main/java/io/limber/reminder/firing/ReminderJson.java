package io.limber.reminder.firing;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.limber.contracts.ReminderDue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Writes {@link ReminderDue} as JSON, byte for byte what {@code EventJson} writes, without building the objects: the
 * routine is copied as it lies in the table, and what the reminders of a due time have in common is computed once. Not
 * for several threads.
 */
final class ReminderJson {
    private static final byte[] ID = ascii("{\"reminderId\":\"");
    private static final byte[] PLAN = ascii("\",\"planId\":\"");
    private static final byte[] PERSON = ascii("\",\"personId\":\"");
    private static final byte[] SNOOZED_FROM = ascii("\",\"snoozedFrom\":\"");
    private static final byte[] ROUTINE = ascii("\",\"routine\":");

    private Shared shared = Shared.of(ReminderDue.Kind.PLANNED, Instant.EPOCH, "");

    /** @param id the reminder's id as text */
    byte[] write(DueReminder reminder, byte[] id) {
        if (!shared.fits(reminder)) {
            shared = Shared.of(reminder.kind(), reminder.dueAt(), reminder.zone());
        }
        byte[] plan = quoted(reminder.planId());
        byte[] person = quoted(reminder.personId());
        UUID from = reminder.snoozedFrom();
        byte[] snoozedFrom = from == null ? new byte[0] : joined(SNOOZED_FROM, ascii(from.toString()));
        byte[] end = {'}'};
        return joined(ID, id, PLAN, plan, PERSON, person, shared.json, snoozedFrom, ROUTINE, reminder.routine(), end);
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    private static byte[] quoted(byte[] text) {
        for (byte octet : text) {
            // Everything else stands in JSON as it is, beyond ASCII too.
            if (octet == '"' || octet == '\\' || octet >= 0 && octet < ' ') {
                return JsonStringEncoder.getInstance().quoteAsUTF8(new String(text, StandardCharsets.UTF_8));
            }
        }
        return text;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What the reminders of a due time have in common. */
    private record Shared(ReminderDue.Kind kind, Instant dueAt, String zone, byte[] json) {
        static Shared of(ReminderDue.Kind kind, Instant dueAt, String zone) {
            byte[] before = ascii("\",\"kind\":\"" + kind + "\",\"dueAt\":\"" + dueAt + "\",\"zone\":\"");
            return new Shared(kind, dueAt, zone, joined(before, quoted(zone.getBytes(StandardCharsets.UTF_8))));
        }

        boolean fits(DueReminder reminder) {
            return kind == reminder.kind() && dueAt.equals(reminder.dueAt()) && zone.equals(reminder.zone());
        }
    }
}
