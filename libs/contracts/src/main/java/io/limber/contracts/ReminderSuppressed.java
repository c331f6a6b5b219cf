package io.limber.contracts;

import java.time.Instant;

/** A due reminder went to nobody by rule. {@code reason} is a stable code, for example {@code no-destination}. */
public record ReminderSuppressed(String reminderId, String planId, String personId, String reason, Instant at) {}
