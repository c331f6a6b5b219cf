package io.limber.reminder.bucket;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Puts changes of plans and firings into one order. A change takes effect at an instant; a due time belongs to the
 * version in effect then. That only holds when no change that took its instant before a due time becomes visible after
 * the firing of that due time has begun. So a change holds the order from taking its instant until its commit, and
 * firing asks here what time it is.
 */
@ApplicationScoped
public class Moments {
    private final Clock clock;
    private final ReentrantLock order = new ReentrantLock(true);

    Moments(Clock clock) {
        this.clock = clock;
    }

    /** Now; every change with an earlier instant is committed or failed. Waits for a change under way. */
    public Instant reached() {
        order.lock();
        try {
            return now();
        } finally {
            order.unlock();
        }
    }

    /** Runs {@code change} with the instant at which it takes effect. */
    public void change(Consumer<Instant> change) {
        order.lock();
        try {
            change.accept(now());
        } finally {
            order.unlock();
        }
    }

    /** PostgreSQL keeps microseconds and rounds, which could move an instant past a due time. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
