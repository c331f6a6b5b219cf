package io.limber.routine.plan;

import io.limber.contracts.EventHeaders;
import io.limber.contracts.EventTypes;
import io.limber.contracts.ShownRoutine;
import io.limber.contracts.Topics;
import io.limber.kit.outbox.Outbox;
import io.limber.kit.outbox.OutboxEvent;
import io.limber.kit.tenancy.TenantId;
import io.limber.kit.time.Tzdb;
import io.limber.routine.calendar.Calendar;
import io.limber.routine.calendar.CalendarId;
import io.limber.routine.calendar.CalendarRepository;
import io.limber.routine.calendar.DaysOff;
import io.limber.routine.person.Person;
import io.limber.routine.person.PersonId;
import io.limber.routine.person.PersonRepository;
import io.limber.routine.routine.Routine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says on the topic what became of plans, in the transaction in which it became so. The plans must be flushed before: an
 * event carries the plan's new version. The days of a calendar and the languages of people are read here, so after the plans'
 * rows were locked.
 */
@ApplicationScoped
class ScheduleEvents {
    // So that whoever fires can tell that it computes with other rules than the preview.
    private static final Map<String, String> RULES = Map.of(EventHeaders.TZDB, Tzdb.version());

    private final Outbox outbox;
    private final CalendarRepository calendars;
    private final PersonRepository people;

    ScheduleEvents(Outbox outbox, CalendarRepository calendars, PersonRepository people) {
        this.outbox = outbox;
        this.calendars = calendars;
        this.people = people;
    }

    void changed(TenantId tenant, Plan plan, Routine routine) {
        changed(tenant, List.of(plan), any -> routine);
    }

    void changed(TenantId tenant, List<Plan> plans, Function<Plan, Routine> routineOf) {
        Map<CalendarId, DaysOff> daysOff = daysOff(tenant, plans);
        Map<PersonId, Locale> languages = languages(tenant, plans);
        for (Plan plan : plans) {
            DaysOff ofPlan = plan.calendar().map(daysOff::get).orElse(DaysOff.NONE);
            ShownRoutine shown = routineOf.apply(plan).shown(Objects.requireNonNull(languages.get(plan.personId())));
            var unused = outbox.append(OutboxEvent.of(
                            Topics.SCHEDULES,
                            plan.id().toString(),
                            EventTypes.SCHEDULE_CHANGED,
                            Optional.of(tenant),
                            plan.event(shown, ofPlan))
                    .with(RULES));
        }
    }

    /** The last state, for whoever reads along; then the tombstone, with which compaction forgets the plan. */
    void ended(TenantId tenant, Plan plan, Routine routine) {
        changed(tenant, plan, routine);
        var unused = outbox.append(OutboxEvent.tombstone(
                        Topics.SCHEDULES, plan.id().toString(), EventTypes.SCHEDULE_CHANGED, Optional.of(tenant))
                .with(RULES));
    }

    private Map<CalendarId, DaysOff> daysOff(TenantId tenant, List<Plan> plans) {
        Set<CalendarId> ids =
                plans.stream().flatMap(plan -> plan.calendar().stream()).collect(Collectors.toSet());
        return calendars.findAll(tenant, ids).stream()
                .collect(Collectors.toMap(Calendar::calendarId, Calendar::daysOff));
    }

    private Map<PersonId, Locale> languages(TenantId tenant, List<Plan> plans) {
        Set<PersonId> ids = plans.stream().map(Plan::personId).collect(Collectors.toSet());
        return people.findAll(tenant, ids).stream().collect(Collectors.toMap(Person::personId, Person::locale));
    }
}
