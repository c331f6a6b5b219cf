package io.limber.reminder.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to try again: exponential backoff with full jitter, that is a pause chosen evenly between nothing and the bound, so
 * that what failed together does not come back together.
 */
record RetryPolicy(Duration first, Duration longest, int attempts) {
    private static final int FACTOR = 5;
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    static RetryPolicy of(DeliveryConfig config) {
        return new RetryPolicy(config.firstPause(), config.longestPause(), config.attempts());
    }

    /** The pause after failed attempt {@code attempt}; empty when it was the last. */
    Optional<Duration> pauseAfter(int attempt, Optional<Duration> asked, RandomGenerator random) {
        if (attempt >= attempts) {
            return Optional.empty();
        }
        Duration jittered = Duration.ofMillis(random.nextLong(bound(attempt).toMillis() + 1));
        Duration pause = longer(jittered, SHORTEST);
        return Optional.of(
                asked.map(least -> longer(pause, shorter(least, longest))).orElse(pause));
    }

    /** Upper end of the pause after {@code attempt}. */
    Duration bound(int attempt) {
        Duration bound = first;
        for (int i = 1; i < attempt && bound.compareTo(longest) < 0; i++) {
            bound = bound.multipliedBy(FACTOR);
        }
        return shorter(bound, longest);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
