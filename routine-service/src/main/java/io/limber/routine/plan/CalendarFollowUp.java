package io.limber.routine.plan;

import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import io.limber.routine.RoutineProblem;
import io.limber.routine.calendar.Calendar;
import io.limber.routine.calendar.CalendarDependents;
import io.limber.routine.calendar.CalendarId;
import io.limber.routine.calendar.DaysOff;
import io.limber.routine.routine.Routine;
import io.limber.routine.routine.RoutineId;
import io.limber.routine.routine.RoutineRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans follow the calendar their schedule names, in the same transaction. */
@ApplicationScoped
class CalendarFollowUp implements CalendarDependents {
    private static final int AT_ONCE = 500;
    private static final int NAMED = 20;

    private final PlanRepository plans;
    private final RoutineRepository routines;
    private final ScheduleEvents events;
    private final Clock clock;

    CalendarFollowUp(PlanRepository plans, RoutineRepository routines, ScheduleEvents events, Clock clock) {
        this.plans = plans;
        this.routines = routines;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void calendarChanged(TenantId tenant, Calendar calendar, DaysOff before) {
        List<PlanId> silenced = new ArrayList<>();
        Optional<PlanId> last = Optional.empty();
        List<Plan> some;
        do {
            some = plans.findOpenForChange(tenant, calendar.calendarId(), last, AT_ONCE);
            silenced.addAll(keepTo(tenant, before, calendar.daysOff(), some));
            last = some.isEmpty() ? last : Optional.of(some.getLast().id());
        } while (some.size() == AT_ONCE);
        if (!silenced.isEmpty()) {
            throw new ProblemException(
                    RoutineProblem.CALENDAR_CLASHES,
                    silenced.size() + " active plans would not be due any more with these days; 'plans' names up to "
                            + NAMED + " of them. Leave days out, or end or pause those plans.",
                    List.of(),
                    Map.of("plans", silenced.stream().limit(NAMED).toList()));
        }
    }

    /** Returns those active plans that are not due any more; the caller then refuses it altogether. */
    private List<PlanId> keepTo(TenantId tenant, DaysOff before, DaysOff after, List<Plan> some) {
        Instant now = clock.instant();
        List<PlanId> silenced = some.stream()
                .filter(plan -> plan.state() instanceof PlanState.Active
                        && isDue(plan, before, now)
                        && !isDue(plan, after, now))
                .map(Plan::id)
                .toList();
        some.forEach(plan -> plan.keepToCalendar(now));
        plans.flush();
        Map<RoutineId, Routine> shown = routinesOf(tenant, some);
        events.changed(tenant, some, plan -> Objects.requireNonNull(shown.get(plan.routineId())));
        return silenced;
    }

    private static boolean isDue(Plan plan, DaysOff daysOff, Instant now) {
        return plan.terms().isDueAfter(now, plan.id().toString(), daysOff);
    }

    @Override
    public void calendarGoes(TenantId tenant, CalendarId calendar) {
        List<PlanId> using = plans.findOpen(tenant, calendar, NAMED);
        if (!using.isEmpty()) {
            throw new ProblemException(
                    RoutineProblem.CALENDAR_IN_USE,
                    "End its plans first; 'plans' names up to " + NAMED + " of them.",
                    List.of(),
                    Map.of("plans", using));
        }
    }

    private Map<RoutineId, Routine> routinesOf(TenantId tenant, List<Plan> some) {
        return routines.findAll(tenant, some.stream().map(Plan::routineId).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Routine::id, Function.identity()));
    }
}
