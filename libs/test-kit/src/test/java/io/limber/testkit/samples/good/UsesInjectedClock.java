package io.limber.testkit.samples.good;

import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

class UsesInjectedClock {

    private final Clock clock;

    UsesInjectedClock(Clock clock) {
        this.clock = clock;
    }

    @Transactional
    LocalDate today() {
        return LocalDate.now(clock);
    }

    Instant now() {
        return clock.instant();
    }
}
