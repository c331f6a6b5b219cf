package io.limber.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A clock that follows the system's until it is set, and then stands still until it is ticked. In a {@code @QuarkusTest} it is the
 * application's {@link Clock}: {@code @Inject SettableClock clock}, and {@link #reset()} after each test that moved it.
 */
public class SettableClock extends Clock {

    private final ZoneId zone;
    private volatile @Nullable Instant fixed;

    public SettableClock() {
        this(ZoneOffset.UTC, null);
    }

    private SettableClock(ZoneId zone, @Nullable Instant fixed) {
        this.zone = zone;
        this.fixed = fixed;
    }

    /** A clock that stands at {@code now}. */
    public static SettableClock at(Instant now) {
        return new SettableClock(ZoneOffset.UTC, now);
    }

    /** A clock that stands at this RFC 3339 time. */
    public static SettableClock at(String now) {
        return at(Instant.parse(now));
    }

    public void set(Instant now) {
        fixed = now;
    }

    /** Moves on from where the clock stands, and makes it stand there. */
    public Instant tick(Duration step) {
        var moved = instant().plus(step);
        fixed = moved;
        return moved;
    }

    /** Follows the system's clock again. */
    public void reset() {
        fixed = null;
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNullElseGet(fixed, Instant::now);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        var shared = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return shared.instant();
            }

            @Override
            public ZoneId getZone() {
                return other;
            }

            @Override
            public Clock withZone(ZoneId another) {
                return shared.withZone(another);
            }
        };
    }
}
