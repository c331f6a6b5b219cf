package io.limber.routine.schedule;

import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import io.limber.routine.RoutineProblem;
import io.limber.routine.Zones;
import io.limber.routine.calendar.Calendar;
import io.limber.routine.calendar.CalendarId;
import io.limber.routine.calendar.CalendarRepository;
import io.limber.routine.calendar.DaysOff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Shows what a schedule would do before anybody has a plan with it. */
@ApplicationScoped
public class SchedulePreviews {
    private static final int DEFAULT_COUNT = 10;
    /** Nothing depends on it without a spread. */
    private static final String NO_PLAN = "no plan";

    private final CalendarRepository calendars;
    private final Clock clock;

    SchedulePreviews(CalendarRepository calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * The due times from now, or from the first day; without the spread, which each plan has its own of.
     *
     * @throws ProblemException 400 or 422 saying what to change, as for a plan
     */
    @Transactional
    public Preview preview(TenantId tenant, PreviewSchedule command) {
        Instant now = clock.instant();
        ZoneId zone = Zones.parse("/zone", command.zone());
        Schedule schedule = Schedule.of(command.schedule());
        LocalDate from = Objects.requireNonNullElseGet(
                command.activeFrom(), () -> now.atZone(zone).toLocalDate());
        Terms terms = new Terms(schedule.withoutSpread(), zone, Period.of(from, command.activeUntil()));
        Outlook outlook = terms.outlook(NO_PLAN, daysOff(tenant, schedule));
        outlook.requireDue(now);
        return outlook.preview(now, Objects.requireNonNullElse(command.count(), DEFAULT_COUNT));
    }

    private DaysOff daysOff(TenantId tenant, Schedule schedule) {
        Optional<CalendarId> wanted = schedule.calendar();
        Optional<Calendar> calendar = wanted.flatMap(id -> calendars.find(tenant, id));
        if (wanted.isPresent() && calendar.isEmpty()) {
            String message = "There is no calendar '" + wanted.get() + "'.";
            throw new ProblemException(
                    RoutineProblem.UNKNOWN_REFERENCE,
                    message,
                    List.of(new FieldError("/schedule/holidays/calendar", message)));
        }
        return calendar.map(Calendar::daysOff).orElse(DaysOff.NONE);
    }
}
