package io.limber.routine.routine;

import io.limber.kit.tenancy.TenantId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of routines. */
@ApplicationScoped
public class RoutineRepository implements PanacheRepositoryBase<Routine, UUID> {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String BY_ID = "tenant = ?1 and id = ?2";

    public Optional<Routine> find(TenantId tenant, RoutineId id) {
        return find(BY_ID, tenant.value(), id.value()).firstResultOptional();
    }

    /** Locks against every other change and against new plans until the transaction ends. */
    Optional<Routine> findForChange(TenantId tenant, RoutineId id) {
        return find(BY_ID, tenant.value(), id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Locks against change until the transaction ends: what a new plan is checked against must not move meanwhile. */
    public Optional<Routine> findUnchanging(TenantId tenant, RoutineId id) {
        return find(BY_ID, tenant.value(), id.value())
                .withLock(LockModeType.PESSIMISTIC_READ)
                .firstResultOptional();
    }

    public List<Routine> findAll(TenantId tenant, Collection<RoutineId> ids) {
        return list(
                "tenant = ?1 and id in ?2",
                tenant.value(),
                ids.stream().map(RoutineId::value).toList());
    }

    /** Oldest first, from behind {@code after}. */
    List<Routine> findPage(TenantId tenant, Optional<RoutineId> after, int size) {
        return find(
                        "tenant = ?1 and id > ?2 order by id",
                        tenant.value(),
                        after.map(RoutineId::value).orElse(BEFORE_ALL))
                .page(Page.ofSize(size))
                .list();
    }
}
