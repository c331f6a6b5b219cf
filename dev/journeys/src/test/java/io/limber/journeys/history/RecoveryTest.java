package io.limber.journeys.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private static final Instant KILL = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void isTheSlowestBucketsFirstReminderThatWasDueAfterTheKill() {
        List<Emission> history = List.of(
                emission(1, -1, 2), // emitted before the kill, read after it
                emission(1, 1, 9),
                emission(1, 2, 30),
                emission(2, 3, 11),
                emission(7, 1, 40));

        assertThat(Recovery.of(KILL, Set.of(1, 2), history)).contains(Duration.ofSeconds(11));
    }

    @Test
    void isUnknownWhenNothingWasDueAnyMore() {
        assertThat(Recovery.of(KILL, Set.of(1, 2), List.of(emission(1, -1, 2), emission(7, 1, 2))))
                .isEmpty();
    }

    private static Emission emission(int bucket, int due, int received) {
        return new Emission(
                bucket,
                0,
                "plan",
                "tenant",
                "id",
                KILL.plusSeconds(due),
                KILL.plusSeconds(due),
                KILL.plusSeconds(received));
    }
}
