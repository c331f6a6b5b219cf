package io.limber.routine.plan;

import io.limber.contracts.ScheduleChanged;
import io.limber.contracts.ShownRoutine;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import io.limber.routine.RoutineProblem;
import io.limber.routine.calendar.CalendarId;
import io.limber.routine.calendar.DaysOff;
import io.limber.routine.person.PersonId;
import io.limber.routine.routine.RoutineId;
import io.limber.routine.safety.Advice;
import io.limber.routine.safety.Verdict;
import io.limber.routine.schedule.Period;
import io.limber.routine.schedule.Schedule;
import io.limber.routine.schedule.Terms;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A person does a routine at the times of a schedule, in the person's zone. */
@Entity
@Table(name = "plan")
class Plan {
    @Id
    private UUID id;

    @org.hibernate.annotations.TenantId
    @Column(name = "tenant")
    private String tenant;

    @Version
    @Column(name = "version")
    private long version = 1;

    @Column(name = "person_id", updatable = false)
    private String personId;

    @Column(name = "routine_id", updatable = false)
    private UUID routineId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ScheduleChanged.State state;

    @Enumerated(EnumType.STRING)
    @Column(name = "pause_reason")
    private @Nullable PauseReason pauseReason;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "schedule", updatable = false)
    private Schedule schedule;

    /** That of the schedule, where queries find it. */
    @Column(name = "calendar_id", updatable = false)
    private @Nullable String calendarId;

    @Column(name = "zone")
    private String zone;

    @Column(name = "active_from", updatable = false)
    private LocalDate activeFrom;

    @Column(name = "active_until", updatable = false)
    private @Nullable LocalDate activeUntil;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "advice")
    private List<Advice> advice;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    /** For Hibernate. */
    protected Plan() {}

    Plan(
            TenantId tenant,
            PlanId id,
            PersonId person,
            RoutineId routine,
            Terms terms,
            List<Advice> advice,
            Instant now) {
        this.id = id.value();
        this.tenant = tenant.value();
        this.personId = person.value();
        this.routineId = routine.value();
        this.schedule = terms.schedule();
        this.calendarId = schedule.calendar().map(CalendarId::value).orElse(null);
        this.zone = terms.zone().getId();
        this.activeFrom = terms.period().from();
        this.activeUntil = terms.period().until();
        this.advice = List.copyOf(advice);
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.changedAt = createdAt;
        this.state = ScheduleChanged.State.ACTIVE;
    }

    /**
     * @throws ProblemException 409 unless active
     */
    void pause(Instant now) {
        PlanState next = switch (state()) {
            case PlanState.Active active -> active.pause(PauseReason.REQUESTED);
            case PlanState.Paused paused -> throw illegal("paused already", "resumed or ended");
            case PlanState.Ended ended -> throw illegal("over", "replaced by a new one");
        };
        become(next, now);
    }

    /**
     * @throws ProblemException 409 unless paused
     */
    void resume(List<Advice> heed, Instant now) {
        PlanState next = switch (state()) {
            case PlanState.Active active -> throw illegal("active already", "paused or ended");
            case PlanState.Paused paused -> paused.resume();
            case PlanState.Ended ended -> throw illegal("over", "replaced by a new one");
        };
        advice = List.copyOf(heed);
        become(next, now);
    }

    /**
     * @throws ProblemException 409 when it has ended before
     */
    void end(Instant now) {
        PlanState next = switch (state()) {
            case PlanState.Active active -> active.end();
            case PlanState.Paused paused -> paused.end();
            case PlanState.Ended ended -> throw illegal("over", "replaced by a new one");
        };
        become(next, now);
    }

    /**
     * Follows what is now known of the person. Safety first: an active plan whose routine no longer suits is paused.
     *
     * @return whether anything changed
     */
    boolean follow(ZoneId personsZone, Verdict verdict, Instant now) {
        boolean moves = !zone.equals(personsZone.getId());
        boolean otherAdvice = !advice.equals(verdict.advice());
        boolean stops = state() instanceof PlanState.Active && !verdict.suits();
        if (!moves && !otherAdvice && !stops) {
            return false;
        }
        zone = personsZone.getId();
        advice = verdict.advice();
        become(stops ? new PlanState.Active().pause(PauseReason.CONTRAINDICATED) : state(), now);
        return true;
    }

    /** The routine has a new content, or the person another language, that this plan shows from now on. */
    void show(List<Advice> heed, Instant now) {
        advice = List.copyOf(heed);
        touch(now);
    }

    /** The calendar it uses has other days from now on. */
    void keepToCalendar(Instant now) {
        touch(now);
    }

    ScheduleChanged event(ShownRoutine shown, DaysOff ofCalendar) {
        return new ScheduleChanged(
                id.toString(),
                version,
                personId,
                state,
                terms().timing(ofCalendar),
                activeFrom,
                activeUntil,
                shown,
                changedAt);
    }

    PlanState state() {
        return switch (state) {
            case ACTIVE -> new PlanState.Active();
            case PAUSED -> new PlanState.Paused(pauseReason == null ? PauseReason.REQUESTED : pauseReason);
            case ENDED -> new PlanState.Ended();
        };
    }

    private void become(PlanState next, Instant now) {
        state = next.code();
        pauseReason = next instanceof PlanState.Paused paused ? paused.reason() : null;
        touch(now);
    }

    /** Strictly later each time: also what makes the version go up when nothing else of the row changes. */
    private void touch(Instant now) {
        Instant whole = now.truncatedTo(ChronoUnit.MICROS);
        changedAt = whole.isAfter(changedAt) ? whole : changedAt.plus(1, ChronoUnit.MICROS);
    }

    private static ProblemException illegal(String is, String can) {
        return new ProblemException(RoutineProblem.ILLEGAL_MOVE, "The plan is " + is + "; it can be " + can + ".");
    }

    PlanId id() {
        return new PlanId(id);
    }

    long version() {
        return version;
    }

    PersonId personId() {
        return new PersonId(personId);
    }

    RoutineId routineId() {
        return new RoutineId(routineId);
    }

    Optional<CalendarId> calendar() {
        return Optional.ofNullable(calendarId).map(CalendarId::new);
    }

    Terms terms() {
        return new Terms(schedule, ZoneId.of(zone), new Period(activeFrom, activeUntil));
    }

    List<Advice> advice() {
        return List.copyOf(advice);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant changedAt() {
        return changedAt;
    }
}
