package io.limber.routine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limber.cadence.FoldPolicy;
import io.limber.cadence.GapPolicy;
import io.limber.contracts.Timing;
import io.limber.kit.events.EventJson;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import io.limber.routine.RoutineProblem;
import io.limber.routine.calendar.CalendarId;
import io.limber.routine.calendar.DaysOff;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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
        Schedule schedule = Schedules.on(List.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY), "15:00", "10:00");

        assertThat(schedule.daysOfWeek()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        assertThat(schedule.startTimes()).containsExactly(LocalTime.of(10, 0), LocalTime.of(15, 0));
        assertThat(schedule.gap()).isEqualTo(GapPolicy.SHIFT);
        assertThat(schedule.fold()).isEqualTo(FoldPolicy.FIRST);
        assertThat(schedule.spreadMinutes()).isZero();
        assertThat(schedule.maxLatenessSeconds()).isEqualTo(1800);
        assertThat(schedule.whenTooLate()).isEqualTo(WhenTooLate.DROP);
    }

    @Test
    void namesEveryMistake() {
        ProblemException problem = catchThrowableOfType(
                ProblemException.class,
                () -> Schedules.on(List.of(DayOfWeek.MONDAY, DayOfWeek.MONDAY), "10:00", "10:00:00", "11:00:00.5"));

        assertThat(problem.errors())
                .extracting(FieldError::pointer)
                .containsExactly("/schedule/daysOfWeek/1", "/schedule/startTimes/1", "/schedule/startTimes/2");
    }

    @Test
    void whatAnOlderReleaseStoredIsReadWithTheDefaults() throws Exception {
        byte[] stored = """
                {"daysOfWeek": ["MONDAY"], "startTimes": ["10:00:00"], "gap": "SKIP", "fold": "SECOND",
                 "maxLatenessSeconds": 900}""".getBytes(StandardCharsets.UTF_8);

        Schedule schedule = EventJson.read(stored, Schedule.class);

        assertThat(schedule.spreadMinutes()).isZero();
        assertThat(schedule.whenTooLate()).isEqualTo(WhenTooLate.DROP);
        assertThat(schedule.timing(BERLIN, DaysOff.NONE))
                .isEqualTo(new Timing(
                        List.of(DayOfWeek.MONDAY),
                        List.of(LocalTime.of(10, 0)),
                        "Europe/Berlin",
                        "SKIP",
                        "SECOND",
                        900));
    }

    @Test
    void theDaysOfItsCalendarAndItsOwnAreOneListInOrder() {
        Schedule schedule = withHolidays(
                new Holidays(null, null, new CalendarId("plant"), List.of(day(31), day(24)), Holidays.Policy.AFTER));

        Timing timing = schedule.timing(BERLIN, new DaysOff(List.of(day(28), day(24))));

        assertThat(timing.holidays())
                .isEqualTo(new Timing.Holidays(null, null, List.of(day(24), day(28), day(31)), "AFTER"));
    }

    @Test
    void aCalendarWithoutDaysLeavesNoHolidays() {
        Schedule schedule = withHolidays(new Holidays(null, null, new CalendarId("plant"), null, null));

        assertThat(schedule.timing(BERLIN, DaysOff.NONE).holidays()).isNull();
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
        Schedule schedule = Schedules.on(List.of(DayOfWeek.MONDAY), "10:00");

        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> requireDue(schedule, Period.of(from, until)));

        assertThat(problem.code()).isEqualTo(RoutineProblem.SCHEDULE_NEVER_FIRES);
        assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly(pointer);
    }

    @Test
    void refusesTimesThatAllFallIntoASkippedGap() {
        Schedule schedule = Schedule.of(Schedules.described(List.of(DayOfWeek.SUNDAY), GapPolicy.SKIP, "02:30"));
        Period springForward = Period.of(LocalDate.of(2027, 3, 28), LocalDate.of(2027, 3, 28));

        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> requireDue(schedule, springForward));

        assertThat(problem.code()).isEqualTo(RoutineProblem.SCHEDULE_NEVER_FIRES);
    }

    @Test
    void acceptsAPeriodThatBeganInThePastAndHasNoEnd() {
        Schedule schedule = Schedules.on(List.of(DayOfWeek.MONDAY), "10:00");

        assertThatCode(() -> requireDue(schedule, Period.of(LocalDate.of(2026, 1, 1), null)))
                .doesNotThrowAnyException();
    }

    private static void requireDue(Schedule schedule, Period period) {
        new Terms(schedule, BERLIN, period).outlook("a-plan", DaysOff.NONE).requireDue(NOW);
    }

    private static Schedule withHolidays(Holidays holidays) {
        return Schedule.of(new DescribeSchedule(
                List.of(DayOfWeek.MONDAY),
                null,
                List.of(LocalTime.NOON),
                null,
                null,
                null,
                null,
                holidays,
                null,
                null,
                null));
    }

    private static LocalDate day(int ofDecember) {
        return LocalDate.of(2026, 12, ofDecember);
    }
}
