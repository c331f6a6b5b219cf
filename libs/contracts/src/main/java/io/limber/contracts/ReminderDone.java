package io.limber.contracts;

import java.time.Instant;

/** The person says the routine is done. {@code via} is {@code API} or {@code LINK}. */
public record ReminderDone(String reminderId, String planId, String personId, String via, Instant at) {}
