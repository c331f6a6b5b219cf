package io.limber.reminder.firing;

import io.limber.contracts.ReminderDue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reminder to be emitted now. Texts are in UTF-8, as they come from the database and go to the topic.
 *
 * @param routine JSON of contracts' ShownRoutine
 */
record DueReminder(
        UUID id,
        byte[] planId,
        String tenant,
        byte[] personId,
        ReminderDue.Kind kind,
        Instant dueAt,
        String zone,
        @Nullable UUID snoozedFrom,
        byte[] routine) {
    String plan() {
        return new String(planId, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "DueReminder[" + id + "]";
    }
}
