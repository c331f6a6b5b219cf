package io.limber.reminder.firing;

import io.limber.contracts.ReminderDue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reminder to be emitted now.
 *
 * @param routine JSON of contracts' ShownRoutine
 */
record DueReminder(
        UUID id,
        String planId,
        String tenant,
        String personId,
        ReminderDue.Kind kind,
        Instant dueAt,
        String zone,
        @Nullable UUID snoozedFrom,
        byte[] routine) {
    @Override
    public String toString() {
        return "DueReminder[" + id + "]";
    }
}
