package io.limber.routine.person;

import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** The table of people. */
@ApplicationScoped
public class PersonRepository implements PanacheRepositoryBase<Person, UUID> {
    private static final String BY_ID = "tenant = ?1 and personId = ?2";

    Optional<Person> find(TenantId tenant, PersonId id) {
        return find(BY_ID, tenant.value(), id.value()).firstResultOptional();
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

    /**
     * @throws ProblemException 409 when another request has just added the same person
     */
    void add(Person person) {
        try {
            persistAndFlush(person);
        } catch (ConstraintViolationException e) {
            throw new ProblemException(CommonProblem.CONCURRENT_CHANGE, "The person has just been added.");
        }
    }
}
