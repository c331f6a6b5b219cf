package io.limber.routine.plan;

import io.limber.kit.http.Preconditions;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import io.limber.routine.RoutineProblem;
import io.limber.routine.calendar.Calendar;
import io.limber.routine.calendar.CalendarRepository;
import io.limber.routine.calendar.DaysOff;
import io.limber.routine.person.Person;
import io.limber.routine.person.PersonId;
import io.limber.routine.person.PersonRepository;
import io.limber.routine.routine.Routine;
import io.limber.routine.routine.RoutineRepository;
import io.limber.routine.safety.Advice;
import io.limber.routine.schedule.Holidays;
import io.limber.routine.schedule.Outlook;
import io.limber.routine.schedule.Period;
import io.limber.routine.schedule.Preview;
import io.limber.routine.schedule.Schedule;
import io.limber.routine.schedule.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans begin, rest, go on and end; each change appends the schedule's new state in its transaction. */
@ApplicationScoped
public class Plans {
    private final PlanRepository plans;
    private final PersonRepository people;
    private final RoutineRepository routines;
    private final CalendarRepository calendars;
    private final SafetyCheck safety;
    private final ScheduleEvents events;
    private final Clock clock;

    Plans(
            PlanRepository plans,
            PersonRepository people,
            RoutineRepository routines,
            CalendarRepository calendars,
            SafetyCheck safety,
            ScheduleEvents events,
            Clock clock) {
        this.plans = plans;
        this.people = people;
        this.routines = routines;
        this.calendars = calendars;
        this.safety = safety;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws ProblemException 400 or 422 saying what to change: times, dates, unknown ids, or stretches that do not suit
     */
    @Transactional
    public PlanView create(TenantId tenant, CreatePlan command) {
        Instant now = clock.instant();
        Schedule schedule = Schedule.of(command.schedule());
        Period period = Period.of(command.activeFrom(), command.activeUntil());
        Optional<Person> person = people.findUnchanging(tenant, command.personId());
        Optional<Routine> routine = routines.findUnchanging(tenant, command.routineId());
        Optional<Calendar> calendar = schedule.calendar().flatMap(wanted -> calendars.findUnchanging(tenant, wanted));
        List<FieldError> unknown = unknown(command, person, routine, calendar);
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    RoutineProblem.UNKNOWN_REFERENCE, "Add what is missing before the plan.", unknown);
        }
        Terms terms = new Terms(schedule, person.get().zone(), period);
        PlanId id = PlanId.next(now);
        terms.outlook(id.toString(), daysOff(calendar)).requireDue(now);
        List<Advice> advice = safety.require(tenant, routine.get(), person.get().exclusions());
        Plan plan = new Plan(tenant, id, command.personId(), command.routineId(), terms, advice, now);
        plans.persistAndFlush(plan);
        events.changed(tenant, plan, routine.get());
        return PlanView.of(plan);
    }

    @Transactional
    public PlanView require(TenantId tenant, PlanId id) {
        return plans.find(tenant, id).map(PlanView::of).orElseThrow(() -> unknown(id));
    }

    /** At most {@code limit + 1} plans. */
    @Transactional
    public List<PlanView> list(TenantId tenant, Optional<PersonId> person, Optional<PlanId> after, int limit) {
        return plans.findPage(tenant, person, after, limit + 1).stream()
                .map(PlanView::of)
                .toList();
    }

    /** The next due times; none while it is paused or after it has ended. */
    @Transactional
    public Preview preview(TenantId tenant, PlanId id, int count) {
        Plan plan = plans.find(tenant, id).orElseThrow(() -> unknown(id));
        return plan.state() instanceof PlanState.Active
                ? outlook(tenant, plan).preview(clock.instant(), count)
                : Preview.empty();
    }

    @Transactional
    public PlanView pause(TenantId tenant, PlanId id, @Nullable String ifMatch) {
        Plan plan = claim(tenant, id, ifMatch);
        plan.pause(clock.instant());
        plans.flush();
        events.changed(tenant, plan, routineOf(tenant, plan));
        return PlanView.of(plan);
    }

    /**
     * @throws ProblemException 422 when the routine does not suit the person any more, or a calendar has silenced it
     */
    @Transactional
    public PlanView resume(TenantId tenant, PlanId id, @Nullable String ifMatch) {
        Plan plan = claim(tenant, id, ifMatch);
        Person person = people.findAll(tenant, List.of(plan.personId())).getFirst();
        Routine routine = routineOf(tenant, plan);
        outlook(tenant, plan).requireDue(clock.instant());
        plan.resume(safety.require(tenant, routine, person.exclusions()), clock.instant());
        plans.flush();
        events.changed(tenant, plan, routine);
        return PlanView.of(plan);
    }

    @Transactional
    public PlanView end(TenantId tenant, PlanId id, @Nullable String ifMatch) {
        Plan plan = claim(tenant, id, ifMatch);
        plan.end(clock.instant());
        plans.flush();
        events.ended(tenant, plan, routineOf(tenant, plan));
        return PlanView.of(plan);
    }

    private Plan claim(TenantId tenant, PlanId id, @Nullable String ifMatch) {
        Plan plan = plans.findForChange(tenant, id).orElseThrow(() -> unknown(id));
        Preconditions.requireMatch(ifMatch, plan.version());
        return plan;
    }

    private Outlook outlook(TenantId tenant, Plan plan) {
        Optional<Calendar> calendar = plan.calendar().flatMap(id -> calendars.find(tenant, id));
        return plan.terms().outlook(plan.id().toString(), daysOff(calendar));
    }

    private static DaysOff daysOff(Optional<Calendar> calendar) {
        return calendar.map(Calendar::daysOff).orElse(DaysOff.NONE);
    }

    private Routine routineOf(TenantId tenant, Plan plan) {
        return routines.find(tenant, plan.routineId())
                .orElseThrow(() -> new IllegalStateException("an open plan keeps its routine: planId=" + plan.id()));
    }

    private static ProblemException unknown(PlanId id) {
        return ProblemException.notFound("plan", id.toString());
    }

    private static List<FieldError> unknown(
            CreatePlan command, Optional<Person> person, Optional<Routine> routine, Optional<Calendar> calendar) {
        List<FieldError> errors = new ArrayList<>();
        if (person.isEmpty()) {
            errors.add(new FieldError("/personId", "There is no person '" + command.personId() + "'."));
        }
        if (routine.isEmpty()) {
            errors.add(new FieldError("/routineId", "There is no routine '" + command.routineId() + "'."));
        }
        Holidays holidays = command.schedule().holidays();
        if (holidays != null && holidays.calendar() != null && calendar.isEmpty()) {
            errors.add(new FieldError(
                    "/schedule/holidays/calendar", "There is no calendar '" + holidays.calendar() + "'."));
        }
        return errors;
    }
}
