package io.limber.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class SettableClockTest {

    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void standsWhereItIsSetAndMovesByTicks() {
        var clock = SettableClock.at(TEN);

        assertThat(clock.tick(Duration.ofMinutes(5))).isEqualTo(TEN.plusSeconds(300));
        assertThat(clock.instant()).isEqualTo(TEN.plusSeconds(300));
    }

    @Test
    void followsTheSystemUntilSetAndAfterReset() {
        var clock = new SettableClock();

        clock.set(TEN);
        assertThat(clock.instant()).isEqualTo(TEN);
        clock.reset();

        assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void viewInAnotherZoneFollowsTheSameTime() {
        var clock = SettableClock.at(TEN);
        var berlin = clock.withZone(ZoneId.of("Europe/Berlin"));

        clock.tick(Duration.ofHours(1));

        assertThat(berlin.instant()).isEqualTo(clock.instant());
        assertThat(berlin.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }
}
