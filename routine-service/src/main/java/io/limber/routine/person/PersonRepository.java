package io.limber.routine.person;

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

/** The table of people. */
@ApplicationScoped
public class PersonRepository implements PanacheRepositoryBase<Person, UUID> {
    private static final String BY_ID = "tenant = ?1 and personId = ?2";

    Optional<Person> find(TenantId tenant, PersonId id) {
        return find(BY_ID, tenant.value(), id.value()).firstResultOptional();
    }

    /**
     * Like {@link #findForChange}, and when there is nobody yet, holds the id's place until the transaction ends: of two
     * requests that add the same person, the second finds what the first has added.
     */
    Optional<Person> claim(TenantId tenant, PersonId id) {
        return findForChange(tenant, id).or(() -> {
            Place.hold(getEntityManager(), "person", tenant, id.value());
            return findForChange(tenant, id);
        });
    }

    /** Locks against every other change and against new plans until the transaction ends. */
    Optional<Person> findForChange(TenantId tenant, PersonId id) {
        return find(BY_ID, tenant.value(), id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Locks against change until the transaction ends: what a new plan is checked against must not move meanwhile. */
    public Optional<Person> findUnchanging(TenantId tenant, PersonId id) {
        return find(BY_ID, tenant.value(), id.value())
                .withLock(LockModeType.PESSIMISTIC_READ)
                .firstResultOptional();
    }

    public List<Person> findAll(TenantId tenant, Collection<PersonId> ids) {
        return list(
                "tenant = ?1 and personId in ?2",
                tenant.value(),
                ids.stream().map(PersonId::value).toList());
    }

    /** In order of their ids, from behind {@code after}. */
    List<Person> findPage(TenantId tenant, Optional<PersonId> after, int size) {
        return find(
                        "tenant = ?1 and personId > ?2 order by personId",
                        tenant.value(),
                        after.map(PersonId::value).orElse(""))
                .page(Page.ofSize(size))
                .list();
    }
}
