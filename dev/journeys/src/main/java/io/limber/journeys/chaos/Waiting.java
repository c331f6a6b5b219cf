package io.limber.journeys.chaos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition. */
final class Waiting {
    private static final long PAUSE_NANOS = Duration.ofMillis(250).toNanos();

    private Waiting() {}

    static void until(String what, Clock clock, Duration limit, BooleanSupplier condition) {
        Instant deadline = clock.instant().plus(limit);
        while (!condition.getAsBoolean()) {
            if (clock.instant().isAfter(deadline)) {
                throw new IllegalStateException("waited " + limit + " in vain for " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
