package io.limber.routine.calendar;

import io.limber.kit.http.Preconditions;
import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calendars are added, changed and removed; the plans that use them follow in the same transaction. */
@ApplicationScoped
public class Calendars {
    private final CalendarRepository calendars;
    private final CalendarDependents dependents;
    private final Clock clock;

    Calendars(CalendarRepository calendars, CalendarDependents dependents, Clock clock) {
        this.calendars = calendars;
        this.dependents = dependents;
        this.clock = clock;
    }

    /** A calendar and whether it was not there before. */
    public record Described(CalendarView calendar, boolean isNew) {}

    /**
     * Adds a calendar, or replaces it.
     *
     * @throws ProblemException 428 or 412 when one is replaced without knowing its version, 409 when a plan could not go
     *     on with the new days
     */
    @Transactional
    public Described describe(TenantId tenant, CalendarId id, @Nullable String ifMatch, DescribeCalendar command) {
        DaysOff daysOff = DaysOff.parse("/days", command.days());
        Optional<Calendar> known = calendars.claim(tenant, id);
        if (known.isEmpty()) {
            return new Described(add(tenant, id, ifMatch, command.name(), daysOff), true);
        }
        Calendar calendar = known.get();
        Preconditions.requireMatch(ifMatch, calendar.version());
        DaysOff before = calendar.daysOff();
        calendar.become(command.name(), daysOff);
        calendars.flush();
        if (!before.equals(daysOff)) {
            dependents.calendarChanged(tenant, calendar, before);
        }
        return new Described(CalendarView.of(calendar), false);
    }

    private CalendarView add(TenantId tenant, CalendarId id, @Nullable String ifMatch, String name, DaysOff daysOff) {
        if (ifMatch != null) {
            throw new ProblemException(
                    CommonProblem.STALE_VERSION, "There is no such calendar; leave If-Match out to add one.");
        }
        Calendar calendar = new Calendar(tenant, id, name, daysOff, clock.instant());
        calendars.persistAndFlush(calendar);
        return CalendarView.of(calendar);
    }

    @Transactional
    public CalendarView require(TenantId tenant, CalendarId id) {
        return calendars.find(tenant, id).map(CalendarView::of).orElseThrow(() -> unknown(id));
    }

    /** At most {@code limit + 1} calendars. */
    @Transactional
    public List<CalendarView> list(TenantId tenant, Optional<CalendarId> after, int limit) {
        return calendars.findPage(tenant, after, limit + 1).stream()
                .map(CalendarView::of)
                .toList();
    }

    /**
     * @throws ProblemException 409 while a plan that has not ended uses it
     */
    @Transactional
    public void remove(TenantId tenant, CalendarId id, @Nullable String ifMatch) {
        Calendar calendar = calendars.findForChange(tenant, id).orElseThrow(() -> unknown(id));
        Preconditions.requireMatch(ifMatch, calendar.version());
        dependents.calendarGoes(tenant, id);
        calendars.delete(calendar);
    }

    private static ProblemException unknown(CalendarId id) {
        return ProblemException.notFound("calendar", id.value());
    }
}
