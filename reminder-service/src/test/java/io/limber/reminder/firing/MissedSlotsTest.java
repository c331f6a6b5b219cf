package io.limber.reminder.firing;

import static io.limber.reminder.firing.PlanFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.limber.cadence.Cadence;
import io.limber.cadence.Lateness;
import io.limber.cadence.Lateness.Then;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissedSlotsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    /** Due at ten, eleven and twelve; late after half an hour. */
    @ParameterizedTest
    @CsvSource({
        "DROP,      10:30:01, 1, 11:00",
        "DROP,      11:30:00, 1, 11:00",
        "DROP,      12:45:00, 3, 10:00",
        "NEXT_SLOT, 12:45:00, 3, 10:00",
        "DELIVER,   11:00:00, 1, 11:00",
        "DELIVER,   12:45:00, 2, 12:00"
    })
    void takesWhatIsTooLateAndNoMore(Then then, LocalTime now, int missed, LocalTime next) {
        // When
        MissedSlots slots = MissedSlots.from(cadence(then, 10, 11, 12), TEN, at(now));

        // Then
        assertThat(slots.dues())
                .isEqualTo(IntStream.range(0, missed)
                        .mapToObj(i -> TEN.plus(HOUR.multipliedBy(i)))
                        .toList());
        assertThat(slots.next()).contains(missed == 3 ? at(next).plus(Duration.ofDays(1)) : at(next));
        assertThat(slots.move("k").doneUntil()).isEqualTo(slots.dues().getLast());
    }

    @Test
    void whatIsMoreThanAStepTakesIsLeftForTheNextOne() {
        // Given
        int[] hours = IntStream.range(0, 24).toArray();
        Instant now = TEN.plus(Duration.ofDays(500));

        // When
        MissedSlots first = MissedSlots.from(cadence(Then.DROP, hours), TEN, now);
        MissedSlots second =
                MissedSlots.from(cadence(Then.DROP, hours), first.next().orElseThrow(), now);

        // Then
        assertThat(first.dues()).hasSize(MissedSlots.MOST);
        assertThat(first.dues().size() + second.dues().size()).isEqualTo(500 * 24);
    }

    private static Instant at(LocalTime time) {
        return PlanFixture.DAY.atTime(time).atOffset(ZoneOffset.UTC).toInstant();
    }

    private static Cadence cadence(Then then, int... hours) {
        Cadence cadence = PlanFixture.daily("t", 1_800)
                .at(
                        "UTC",
                        IntStream.of(hours)
                                .mapToObj(hour -> LocalTime.of(hour, 0))
                                .toArray(LocalTime[]::new))
                .cadence();
        return new Cadence(
                cadence.recurrence(),
                cadence.times(),
                cadence.clock(),
                cadence.hours(),
                cadence.daysOff(),
                cadence.offset(),
                new Lateness(cadence.maxLateness(), then));
    }
}
