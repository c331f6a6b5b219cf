package io.limber.routine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limber.cadence.FoldPolicy;
import io.limber.cadence.GapPolicy;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import io.limber.routine.RoutineProblem;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** A Monday. */
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void isInCanonicalOrderWithDefaults() {
        Schedule schedule = Schedule.of(times(List.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY), "15:00", "10:00"));

        assertThat(schedule.daysOfWeek()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        assertThat(schedule.startTimes()).containsExactly(LocalTime.of(10, 0), LocalTime.of(15, 0));
        assertThat(schedule.gap()).isEqualTo(GapPolicy.SHIFT);
        assertThat(schedule.fold()).isEqualTo(FoldPolicy.FIRST);
        assertThat(schedule.maxLatenessSeconds()).isEqualTo(1800);
    }

    @Test
    void equalSchedulesMakeEqualCadences() {
        Schedule one = Schedule.of(times(List.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY), "15:00", "10:00"));
        Schedule other = Schedule.of(times(List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "10:00:00", "15:00"));

        assertThat(one.cadence(BERLIN).key()).isEqualTo(other.cadence(BERLIN).key());
    }

    @Test
    void namesEveryMistake() {
        ProblemException problem = catchThrowableOfType(
                ProblemException.class,
                () -> Schedule.of(
                        times(List.of(DayOfWeek.MONDAY, DayOfWeek.MONDAY), "10:00", "10:00:00", "11:00:00.5")));

        assertThat(problem.errors())
                .extracting(FieldError::pointer)
                .containsExactly("/schedule/daysOfWeek/1", "/schedule/startTimes/1", "/schedule/startTimes/2");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23,2026-11-22,/activeUntil", "1999-12-31,,/activeFrom", "2026-11-23,3000-01-01,/activeUntil"})
    void refusesDaysOutOfOrderOrAbsurd(LocalDate from, @Nullable LocalDate until, String pointer) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> Period.of(from, until));

        assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24,2026-11-29,/schedule", // no Monday in it
        "2026-11-23,2026-11-23,/schedule", // ten o'clock is over today
        "2026-11-01,2026-11-22,/activeUntil" // all over
    })
    void refusesAPeriodWithoutADueTime(LocalDate from, LocalDate until, String pointer) {
        Schedule schedule = Schedule.of(times(List.of(DayOfWeek.MONDAY), "10:00"));

        ProblemException problem = catchThrowableOfType(
                ProblemException.class, () -> new Terms(schedule, BERLIN, Period.of(from, until)).requireDue(NOW));

        assertThat(problem.code()).isEqualTo(RoutineProblem.SCHEDULE_NEVER_FIRES);
        assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly(pointer);
    }

    @Test
    void refusesTimesThatAllFallIntoASkippedGap() {
        Schedule schedule = Schedule.of(new CreatePlan.Times(
                List.of(DayOfWeek.SUNDAY), List.of(LocalTime.of(2, 30)), GapPolicy.SKIP, null, null));
        Period springForward = Period.of(LocalDate.of(2027, 3, 28), LocalDate.of(2027, 3, 28));

        assertThatThrownBy(() -> new Terms(schedule, BERLIN, springForward).requireDue(NOW))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void acceptsAPeriodThatBeganInThePastAndHasNoEnd() {
        Schedule schedule = Schedule.of(times(List.of(DayOfWeek.MONDAY), "10:00"));

        assertThatCode(() -> new Terms(schedule, BERLIN, Period.of(LocalDate.of(2026, 1, 1), null)).requireDue(NOW))
                .doesNotThrowAnyException();
    }

    private static CreatePlan.Times times(List<DayOfWeek> days, String... at) {
        return new CreatePlan.Times(
                days, Arrays.stream(at).map(LocalTime::parse).toList(), null, null, null);
    }
}
