package io.limber.routine.plan;

import io.limber.kit.http.Preconditions;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import io.limber.routine.RoutineProblem;
import io.limber.routine.person.Person;
import io.limber.routine.person.PersonId;
import io.limber.routine.person.PersonRepository;
import io.limber.routine.routine.Routine;
import io.limber.routine.routine.RoutineRepository;
import io.limber.routine.safety.Advice;
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
    private final SafetyCheck safety;
    private final ScheduleEvents events;
    private final Clock clock;

    Plans(
            PlanRepository plans,
            PersonRepository people,
            RoutineRepository routines,
            SafetyCheck safety,
            ScheduleEvents events,
            Clock clock) {
        this.plans = plans;
        this.people = people;
        this.routines = routines;
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
        if (person.isEmpty() || routine.isEmpty()) {
            throw unknown(command, person.isPresent(), routine.isPresent());
        }
        Terms terms = new Terms(schedule, person.get().zone(), period);
        terms.requireDue(now);
        List<Advice> advice = safety.require(tenant, routine.get(), person.get().exclusions());
        Plan plan = new Plan(tenant, command.personId(), command.routineId(), terms, advice, now);
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
        Terms terms = plan.terms();
        List<Instant> due = plan.state() instanceof PlanState.Active ? terms.due(clock.instant(), count) : List.of();
        return Preview.of(due, terms.zone());
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
     * @throws ProblemException 422 when the routine does not suit the person any more
     */
    @Transactional
    public PlanView resume(TenantId tenant, PlanId id, @Nullable String ifMatch) {
        Plan plan = claim(tenant, id, ifMatch);
        Person person = people.findAll(tenant, List.of(plan.personId())).getFirst();
        Routine routine = routineOf(tenant, plan);
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

    private Routine routineOf(TenantId tenant, Plan plan) {
        return routines.find(tenant, plan.routineId())
                .orElseThrow(() -> new IllegalStateException("an open plan keeps its routine: planId=" + plan.id()));
    }

    private static ProblemException unknown(PlanId id) {
        return ProblemException.notFound("plan", id.toString());
    }

    private static ProblemException unknown(CreatePlan command, boolean person, boolean routine) {
        List<FieldError> errors = new ArrayList<>();
        if (!person) {
            errors.add(new FieldError("/personId", "There is no person '" + command.personId() + "'."));
        }
        if (!routine) {
            errors.add(new FieldError("/routineId", "There is no routine '" + command.routineId() + "'."));
        }
        return new ProblemException(
                RoutineProblem.UNKNOWN_REFERENCE, "Add the person and the routine before the plan.", errors);
    }
}
