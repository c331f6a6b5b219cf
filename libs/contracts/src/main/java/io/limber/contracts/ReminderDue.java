package io.limber.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reminder is due. Exactly one per plan and due instant for {@code read_committed} readers.
 *
 * @param reminderId name-based UUID of (plan, due instant); equal to the CloudEvents id, the webhook's {@code webhook-id}
 *     and the mail's {@code Message-ID}
 * @param zone IANA zone in which {@code dueAt} is the planned wall time
 * @param snoozedFrom the reminder this one repeats; null for a planned one
 */
public record ReminderDue(
        String reminderId,
        String planId,
        String personId,
        Kind kind,
        Instant dueAt,
        String zone,
        @Nullable String snoozedFrom,
        ShownRoutine routine) {
    /** Why it is due. */
    public enum Kind {
        PLANNED,
        SNOOZED
    }
}
