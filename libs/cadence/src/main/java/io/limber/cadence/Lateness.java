package io.limber.cadence;

import java.time.Duration;
import java.time.Instant;

/**
 * How late is too late, and what then. It never moves a due time.
 *
 * @param max after this long a reminder is late; whole seconds, positive; exactly as late as this is in time
 */
public record Lateness(Duration max, Then then) {
    /** Half an hour, then dropped. */
    public static final Lateness DEFAULT = new Lateness(Duration.ofMinutes(30), Then.DROP);

    /** What becomes of a reminder that is late. */
    public enum Then {
        /** Not sent any more, and counted as missed. The default. */
        DROP,
        /** Sent all the same, unless a later one of the same cadence is due as well: after an outage only the latest. */
        DELIVER,
        /** Not sent; counted as merged into the next one instead of as missed. */
        NEXT_SLOT
    }

    public Lateness {
        if (max.isNegative() || max.isZero()) {
            throw new IllegalArgumentException("the greatest lateness must be positive");
        }
        if (max.getNano() != 0) {
            throw new IllegalArgumentException("the greatest lateness is in whole seconds");
        }
    }

    /** Whether more than the greatest lateness has passed. What follows from it says {@link Cadence#isTooLate}. */
    public boolean isExceeded(Instant due, Instant now) {
        return due.isBefore(now.minus(max));
    }
}
