package io.limber.journeys.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.journeys.history.Disturbances.Disturbance;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DisturbancesTest {
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void whatIsDueInAQuietTimeHasTheUsualDeadline() {
        Disturbances disturbances = with(new Disturbance(at(10), at(20)));

        assertThat(disturbances.deadline(at(7))).isEqualTo(at(9));
        assertThat(disturbances.deadline(at(20))).isEqualTo(at(22));
    }

    @Test
    void whatIsDueInADisturbanceOrShortlyBeforeItIsPutOffToItsEnd() {
        Disturbances disturbances = with(new Disturbance(at(10), at(20)));

        assertThat(disturbances.deadline(at(8))).isEqualTo(at(22));
        assertThat(disturbances.deadline(at(15))).isEqualTo(at(22));
    }

    @Test
    void disturbancesThatOverlapAreOne() {
        Disturbances disturbances =
                with(new Disturbance(at(40), at(41)), new Disturbance(at(21), at(30)), new Disturbance(at(10), at(20)));

        assertThat(disturbances.deadline(at(9))).isEqualTo(at(32));
    }

    @Test
    void aShortOneInsideALongOneTakesNothingAway() {
        Disturbances disturbances = with(new Disturbance(at(10), at(30)), new Disturbance(at(12), at(14)));

        assertThat(disturbances.deadline(at(13))).isEqualTo(at(32));
    }

    private static Disturbances with(Disturbance... all) {
        return new Disturbances(Duration.ofSeconds(2), Arrays.asList(all));
    }

    private static Instant at(int second) {
        return TEN.plusSeconds(second);
    }
}
