package io.limber.reminder.firing;

import io.limber.contracts.ReminderDue;
import io.limber.contracts.ShownRoutine;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reminder outside any cadence, to be emitted at {@code dueAt}.
 *
 * @param id the reminder's id, see {@link ReminderIds#ofSnooze}
 * @param snoozedFrom the reminder this one repeats
 */
public record OneOff(
        UUID id,
        Instant dueAt,
        String planId,
        String personId,
        String zone,
        ReminderDue.Kind kind,
        @Nullable UUID snoozedFrom,
        ShownRoutine routine) {}
