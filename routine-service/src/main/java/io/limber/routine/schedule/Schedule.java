package io.limber.routine.schedule;

import io.limber.cadence.FoldPolicy;
import io.limber.cadence.GapPolicy;
import io.limber.contracts.Timing;
import io.limber.kit.problem.ProblemException;
import io.limber.routine.calendar.CalendarId;
import io.limber.routine.calendar.DaysOff;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When a plan is due in the person's wall time, with defaults filled in; stored and shown in this form. Its zone is the
 * person's, and its first and last day are the plan's. What an older release stored lacks the newer fields: they are what
 * a request that leaves them out gets.
 */
@Schema(
        name = "Schedule",
        requiredProperties = {
            "daysOfWeek",
            "recurrence",
            "startTimes",
            "every",
            "gap",
            "fold",
            "hours",
            "holidays",
            "spreadMinutes",
            "maxLatenessSeconds",
            "whenTooLate"
        })
public record Schedule(
        @Schema(nullable = true) @Nullable List<DayOfWeek> daysOfWeek,
        @Schema(nullable = true) @Nullable Recurrence recurrence,
        @Schema(nullable = true) @Nullable List<LocalTime> startTimes,
        @Schema(nullable = true) @Nullable Every every,
        GapPolicy gap,
        FoldPolicy fold,
        @Schema(nullable = true) @Nullable Hours hours,
        @Schema(nullable = true) @Nullable Holidays holidays,
        Integer spreadMinutes,
        int maxLatenessSeconds,
        WhenTooLate whenTooLate) {
    private static final int DEFAULT_LATENESS = 1800;

    public Schedule {
        daysOfWeek = daysOfWeek == null ? null : daysOfWeek.stream().sorted().toList();
        startTimes = startTimes == null ? null : startTimes.stream().sorted().toList();
        // Null in what an older release stored.
        spreadMinutes = Objects.requireNonNullElse(spreadMinutes, 0);
        whenTooLate = Objects.requireNonNullElse(whenTooLate, WhenTooLate.DROP);
    }

    /**
     * @throws ProblemException 400 naming each mistake that can be seen without computing a due time
     */
    public static Schedule of(DescribeSchedule described) {
        ScheduleMistakes.refuse(described);
        Hours hours = described.hours();
        Holidays holidays = described.holidays();
        return new Schedule(
                described.daysOfWeek(),
                described.recurrence(),
                described.startTimes(),
                described.every(),
                Objects.requireNonNullElse(described.gap(), GapPolicy.SHIFT),
                Objects.requireNonNullElse(described.fold(), FoldPolicy.FIRST),
                hours == null ? null : hours.canonical(),
                holidays == null ? null : holidays.canonical(),
                Objects.requireNonNullElse(described.spreadMinutes(), 0),
                Objects.requireNonNullElse(described.maxLatenessSeconds(), DEFAULT_LATENESS),
                Objects.requireNonNullElse(described.whenTooLate(), WhenTooLate.DROP));
    }

    Schedule withoutSpread() {
        return new Schedule(
                daysOfWeek,
                recurrence,
                startTimes,
                every,
                gap,
                fold,
                hours,
                holidays,
                0,
                maxLatenessSeconds,
                whenTooLate);
    }

    /** The calendar of the tenant's that it refers to. */
    public Optional<CalendarId> calendar() {
        return Optional.ofNullable(holidays).map(Holidays::calendar);
    }

    /** As events say it: with the calendar's days instead of its id. */
    public Timing timing(ZoneId zone, DaysOff ofCalendar) {
        return new Timing(
                daysOfWeek,
                recurrence == null ? null : recurrence.timing(),
                startTimes,
                every == null ? null : every.timing(),
                zone.getId(),
                gap.name(),
                fold.name(),
                hours == null ? null : hours.timing(),
                holidays == null ? null : holidays.timing(ofCalendar).orElse(null),
                spreadMinutes == 0 ? null : spreadMinutes,
                maxLatenessSeconds,
                whenTooLate == WhenTooLate.DROP ? null : whenTooLate.name());
    }
}
