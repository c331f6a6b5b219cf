package io.limber.contracts;

import java.time.Instant;

/** A reminder was accepted by a channel's destination. {@code attempts} counts this one. Carries no address. */
public record ReminderDelivered(
        String reminderId,
        String planId,
        String personId,
        String channel,
        String deliveryId,
        int attempts,
        Instant at) {}
