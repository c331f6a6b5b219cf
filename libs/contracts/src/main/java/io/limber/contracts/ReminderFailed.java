package io.limber.contracts;

import java.time.Instant;

/** A delivery was given up. {@code reason} is a stable code, for example {@code http-410} or {@code attempts-exhausted}. */
public record ReminderFailed(
        String reminderId,
        String planId,
        String personId,
        String channel,
        String deliveryId,
        int attempts,
        String reason,
        Instant at) {}
