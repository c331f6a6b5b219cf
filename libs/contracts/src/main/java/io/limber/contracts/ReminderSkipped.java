package io.limber.contracts;

import java.time.Instant;

/** The person passes this time. {@code reason} is one of {@code BUSY}, {@code UNWELL}, {@code PAIN}, {@code OTHER}. */
public record ReminderSkipped(
        String reminderId, String planId, String personId, String via, String reason, Instant at) {}
