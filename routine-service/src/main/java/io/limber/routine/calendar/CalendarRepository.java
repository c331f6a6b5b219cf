package io.limber.routine.calendar;

import io.limber.kit.tenancy.TenantId;
import io.limber.routine.Place;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of calendars. */
@ApplicationScoped
public class CalendarRepository implements PanacheRepositoryBase<Calendar, UUID> {
    private static final String BY_ID = "tenant = ?1 and calendarId = ?2";

    public Optional<Calendar> find(TenantId tenant, CalendarId id) {
        return find(BY_ID, tenant.value(), id.value()).firstResultOptional();
    }

    public List<Calendar> findAll(TenantId tenant, Collection<CalendarId> ids) {
        return ids.isEmpty()
                ? List.of()
                : list(
                        "tenant = ?1 and calendarId in ?2",
                        tenant.value(),
                        ids.stream().map(CalendarId::value).toList());
    }

    /**
     * Like {@link #findForChange}, and when there is none yet, holds the id's place until the transaction ends: of two
     * requests that add the same calendar, the second finds what the first has added.
     */
    Optional<Calendar> claim(TenantId tenant, CalendarId id) {
        return findForChange(tenant, id).or(() -> {
            Place.hold(getEntityManager(), "calendar", tenant, id.value());
            return findForChange(tenant, id);
        });
    }

    /** Locks against every other change and against new plans that use it until the transaction ends. */
    Optional<Calendar> findForChange(TenantId tenant, CalendarId id) {
        return find(BY_ID, tenant.value(), id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Locks against change until the transaction ends: what a new plan is computed with must not move meanwhile. */
    public Optional<Calendar> findUnchanging(TenantId tenant, CalendarId id) {
        return find(BY_ID, tenant.value(), id.value())
                .withLock(LockModeType.PESSIMISTIC_READ)
                .firstResultOptional();
    }

    /** In order of their ids, from behind {@code after}. */
    List<Calendar> findPage(TenantId tenant, Optional<CalendarId> after, int size) {
        return find(
                        "tenant = ?1 and calendarId > ?2 order by calendarId",
                        tenant.value(),
                        after.map(CalendarId::value).orElse(""))
                .page(Page.ofSize(size))
                .list();
    }
}
