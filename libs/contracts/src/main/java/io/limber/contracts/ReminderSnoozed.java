package io.limber.contracts;

import java.time.Instant;

/** The person wants it again at {@code until}; it will be due as {@code nextReminderId}. */
public record ReminderSnoozed(
        String reminderId,
        String planId,
        String personId,
        String via,
        Instant until,
        String nextReminderId,
        Instant at) {}
