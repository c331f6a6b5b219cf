package io.limber.reminder.answer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply that was given.
 *
 * @param next where a snooze leads; null for other replies
 */
public record Replied(
        Reply reply, Instant at, Via via, @Nullable Next next) {
    /** The reminder that repeats a snoozed one. */
    public record Next(Instant dueAt, UUID id) {}
}
