package io.limber.routine.plan;

import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import io.limber.routine.RoutineProblem;
import io.limber.routine.person.Person;
import io.limber.routine.person.PersonDependents;
import io.limber.routine.person.PersonId;
import io.limber.routine.person.PersonRepository;
import io.limber.routine.routine.Routine;
import io.limber.routine.routine.RoutineDependents;
import io.limber.routine.routine.RoutineId;
import io.limber.routine.routine.RoutineRepository;
import io.limber.routine.safety.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans follow their person and their routine, in the same transaction. */
@ApplicationScoped
class PlanFollowUp implements PersonDependents, RoutineDependents {
    private static final int AT_ONCE = 500;
    private static final int NAMED = 20;

    private final PlanRepository plans;
    private final RoutineRepository routines;
    private final PersonRepository people;
    private final SafetyCheck safety;
    private final ScheduleEvents events;
    private final Clock clock;

    PlanFollowUp(
            PlanRepository plans,
            RoutineRepository routines,
            PersonRepository people,
            SafetyCheck safety,
            ScheduleEvents events,
            Clock clock) {
        this.plans = plans;
        this.routines = routines;
        this.people = people;
        this.safety = safety;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void personChanged(TenantId tenant, Person person, Locale before) {
        Instant now = clock.instant();
        List<Plan> open = plans.findOpenForChange(tenant, person.personId());
        Map<RoutineId, Routine> shown = routinesOf(tenant, open);
        List<Plan> changed = open.stream()
                .filter(plan -> follow(tenant, plan, routine(shown, plan), person, before, now))
                .toList();
        plans.flush();
        events.changed(tenant, changed, plan -> routine(shown, plan));
    }

    /** Returns whether anything changed: what is known of the person, or only the words that the plan shows. */
    private boolean follow(TenantId tenant, Plan plan, Routine routine, Person person, Locale before, Instant now) {
        Verdict verdict = safety.verdict(tenant, routine, person.exclusions());
        if (plan.follow(person.zone(), verdict, now)) {
            return true;
        }
        boolean saysOther = !routine.shown(before).equals(routine.shown(person.locale()));
        if (saysOther) {
            plan.show(verdict.advice(), now);
        }
        return saysOther;
    }

    @Override
    public void personLeaves(TenantId tenant, PersonId person) {
        Instant now = clock.instant();
        List<Plan> open = plans.findOpenForChange(tenant, person);
        Map<RoutineId, Routine> shown = routinesOf(tenant, open);
        open.forEach(plan -> plan.end(now));
        plans.flush();
        open.forEach(plan -> events.ended(tenant, plan, routine(shown, plan)));
        var unused = plans.remove(tenant, person);
    }

    @Override
    public void routineChanged(TenantId tenant, Routine routine) {
        List<PlanId> clashing = new ArrayList<>();
        Optional<PlanId> last = Optional.empty();
        List<Plan> some;
        do {
            some = plans.findOpenForChange(tenant, routine.id(), last, AT_ONCE);
            clashing.addAll(showAnew(tenant, routine, some));
            last = some.isEmpty() ? last : Optional.of(some.getLast().id());
        } while (some.size() == AT_ONCE);
        if (!clashing.isEmpty()) {
            throw new ProblemException(
                    RoutineProblem.ROUTINE_CLASHES,
                    "It does not suit the persons of " + clashing.size() + " active plans; 'plans' names up to " + NAMED
                            + " of them. Pause or end those, or compose a new routine.",
                    List.of(),
                    Map.of("plans", clashing.stream().limit(NAMED).toList()));
        }
    }

    /** Returns those active plans that the new content does not suit; the caller then refuses it altogether. */
    private List<PlanId> showAnew(TenantId tenant, Routine routine, List<Plan> some) {
        Instant now = clock.instant();
        Map<PersonId, Person> doing =
                people.findAll(tenant, some.stream().map(Plan::personId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Person::personId, Function.identity()));
        List<PlanId> clashing = new ArrayList<>();
        for (Plan plan : some) {
            Verdict verdict =
                    safety.verdict(tenant, routine, person(doing, plan).exclusions());
            if (plan.state() instanceof PlanState.Active && !verdict.suits()) {
                clashing.add(plan.id());
            }
            plan.show(verdict.advice(), now);
        }
        plans.flush();
        events.changed(tenant, some, any -> routine);
        return clashing;
    }

    @Override
    public void routineGoes(TenantId tenant, RoutineId routine) {
        List<PlanId> using = plans.findOpen(tenant, routine, NAMED);
        if (!using.isEmpty()) {
            throw new ProblemException(
                    RoutineProblem.ROUTINE_IN_USE,
                    "End its plans first; 'plans' names up to " + NAMED + " of them.",
                    List.of(),
                    Map.of("plans", using));
        }
    }

    private Map<RoutineId, Routine> routinesOf(TenantId tenant, List<Plan> some) {
        Set<RoutineId> ids = some.stream().map(Plan::routineId).collect(Collectors.toSet());
        return routines.findAll(tenant, ids).stream().collect(Collectors.toMap(Routine::id, Function.identity()));
    }

    private static Routine routine(Map<RoutineId, Routine> routines, Plan plan) {
        return Optional.ofNullable(routines.get(plan.routineId()))
                .orElseThrow(() -> new IllegalStateException("an open plan keeps its routine: planId=" + plan.id()));
    }

    private static Person person(Map<PersonId, Person> people, Plan plan) {
        return Optional.ofNullable(people.get(plan.personId()))
                .orElseThrow(() -> new IllegalStateException("a plan goes with its person: planId=" + plan.id()));
    }
}
