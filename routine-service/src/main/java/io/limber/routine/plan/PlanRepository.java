package io.limber.routine.plan;

import io.limber.contracts.ScheduleChanged.State;
import io.limber.kit.tenancy.TenantId;
import io.limber.routine.calendar.CalendarId;
import io.limber.routine.person.PersonId;
import io.limber.routine.routine.RoutineId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The table of plans.
 *
 * <p>Locks, so that no plan stays active that does not suit: whoever creates a plan holds its person, routine and calendar still
 * ({@code FOR SHARE}) until the plan is committed; whoever changes one of those locks that row first, then its
 * plans in order of their ids, and reads the others only after that. Two such changes meet on the plan's row, and the
 * later one sees what the earlier one did.
 */
@ApplicationScoped
class PlanRepository implements PanacheRepositoryBase<Plan, UUID> {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    Optional<Plan> find(TenantId tenant, PlanId id) {
        return find("tenant = ?1 and id = ?2", tenant.value(), id.value()).firstResultOptional();
    }

    /** Locks the plan until the transaction ends. */
    Optional<Plan> findForChange(TenantId tenant, PlanId id) {
        return find("tenant = ?1 and id = ?2", tenant.value(), id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Locks a person's plans that have not ended, in order of their ids. */
    List<Plan> findOpenForChange(TenantId tenant, PersonId person) {
        return find(
                        "tenant = ?1 and personId = ?2 and state <> ?3 order by id",
                        tenant.value(),
                        person.value(),
                        State.ENDED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Locks a routine's plans that have not ended, in order of their ids from behind {@code after}. */
    List<Plan> findOpenForChange(TenantId tenant, RoutineId routine, Optional<PlanId> after, int size) {
        return find(
                        "tenant = ?1 and routineId = ?2 and state <> ?3 and id > ?4 order by id",
                        tenant.value(),
                        routine.value(),
                        State.ENDED,
                        after.map(PlanId::value).orElse(BEFORE_ALL))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(Page.ofSize(size))
                .list();
    }

    /** Locks a calendar's plans that have not ended, in order of their ids from behind {@code after}. */
    List<Plan> findOpenForChange(TenantId tenant, CalendarId calendar, Optional<PlanId> after, int size) {
        return find(
                        "tenant = ?1 and calendarId = ?2 and state <> ?3 and id > ?4 order by id",
                        tenant.value(),
                        calendar.value(),
                        State.ENDED,
                        after.map(PlanId::value).orElse(BEFORE_ALL))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(Page.ofSize(size))
                .list();
    }

    /** Some of a calendar's plans that have not ended. */
    List<PlanId> findOpen(TenantId tenant, CalendarId calendar, int size) {
        return find(
                        "tenant = ?1 and calendarId = ?2 and state <> ?3 order by id",
                        tenant.value(),
                        calendar.value(),
                        State.ENDED)
                .page(Page.ofSize(size))
                .stream()
                .map(Plan::id)
                .toList();
    }

    /** Some of a routine's plans that have not ended. */
    List<PlanId> findOpen(TenantId tenant, RoutineId routine, int size) {
        return find(
                        "tenant = ?1 and routineId = ?2 and state <> ?3 order by id",
                        tenant.value(),
                        routine.value(),
                        State.ENDED)
                .page(Page.ofSize(size))
                .stream()
                .map(Plan::id)
                .toList();
    }

    /** Oldest first, from behind {@code after}; everybody's, or one person's. */
    List<Plan> findPage(TenantId tenant, Optional<PersonId> person, Optional<PlanId> after, int size) {
        String query = "tenant = :tenant and id > :after" + (person.isPresent() ? " and personId = :person" : "");
        Parameters parameters = Parameters.with("tenant", tenant.value())
                .and("after", after.map(PlanId::value).orElse(BEFORE_ALL));
        person.ifPresent(id -> parameters.and("person", id.value()));
        return find(query + " order by id", parameters).page(Page.ofSize(size)).list();
    }

    /** All of a person's plans, ended ones too. */
    long remove(TenantId tenant, PersonId person) {
        return delete("tenant = ?1 and personId = ?2", tenant.value(), person.value());
    }
}
