package io.limber.journeys.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.contracts.ScheduleChanged;
import io.limber.contracts.ScheduleChanged.State;
import io.limber.contracts.ShownRoutine;
import io.limber.contracts.Timing;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationTest {
    // A Monday. In Kathmandu, 5 h 45 min ahead, it is already Tuesday, 00:05.
    private static final Instant FROM = Instant.parse("2026-11-23T18:20:00Z");
    private static final Instant UNTIL = FROM.plusSeconds(3600);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Test
    void readsWallTimesInTheZoneOfTheSchedule() {
        ScheduleChanged schedule =
                schedule(State.ACTIVE, DayOfWeek.TUESDAY, TUESDAY, "00:04:59", "00:05:00", "01:04:59");

        assertThat(Expectation.dues(schedule, FROM, UNTIL))
                .containsExactly(FROM, Instant.parse("2026-11-23T19:19:59Z"));
    }

    @Test
    void includesTheFirstDayAndNotTheEnd() {
        assertThat(Expectation.dues(schedule(State.ACTIVE, DayOfWeek.TUESDAY, TUESDAY, "01:05:00"), FROM, UNTIL))
                .isEmpty();
        assertThat(Expectation.dues(
                        schedule(State.ACTIVE, DayOfWeek.TUESDAY, TUESDAY.plusDays(1), "00:30:00"), FROM, UNTIL))
                .isEmpty();
    }

    @Test
    void expectsNothingOnOtherDaysAndOfWhatIsNotActive() {
        assertThat(Expectation.dues(schedule(State.ACTIVE, DayOfWeek.MONDAY, TUESDAY, "00:30:00"), FROM, UNTIL))
                .isEmpty();
        assertThat(Expectation.dues(schedule(State.PAUSED, DayOfWeek.TUESDAY, TUESDAY, "00:30:00"), FROM, UNTIL))
                .isEmpty();
        assertThat(Expectation.dues(schedule(State.ENDED, DayOfWeek.TUESDAY, TUESDAY, "00:30:00"), FROM, UNTIL))
                .isEmpty();
    }

    private static ScheduleChanged schedule(State state, DayOfWeek day, LocalDate from, String... times) {
        return new ScheduleChanged(
                "plan",
                1,
                "person",
                state,
                new Timing(
                        List.of(day),
                        java.util.Arrays.stream(times).map(LocalTime::parse).toList(),
                        "Asia/Kathmandu",
                        "SHIFT",
                        "FIRST",
                        3600),
                from,
                null,
                new ShownRoutine("routine", "Lower back", "en", 60, List.of()),
                FROM);
    }
}
