package io.limber.reminder.contact;

import io.limber.kit.tenancy.TenantId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All access to contact points in a request. Both walls filter by tenant already; the parameter says so to readers. */
@ApplicationScoped
class ContactPointRepository implements PanacheRepositoryBase<ContactPoint, UUID> {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    Optional<ContactPoint> find(TenantId tenant, ContactPointId id) {
        return find("tenant = ?1 and id = ?2", tenant.value(), id.value()).firstResultOptional();
    }

    Optional<ContactPoint> findSame(TenantId tenant, String personId, Channel channel, Address address) {
        return find(
                        "tenant = ?1 and personId = ?2 and channel = ?3 and lower(address) = lower(?4)",
                        tenant.value(),
                        personId,
                        channel,
                        address.value())
                .firstResultOptional();
    }

    /** In id order, which is the order of creation, after {@code after}. */
    List<ContactPoint> list(TenantId tenant, Optional<String> personId, Optional<ContactPointId> after, int limit) {
        Parameters parameters = Parameters.with("tenant", tenant.value())
                .and("after", after.map(ContactPointId::value).orElse(BEFORE_ALL));
        String where = "tenant = :tenant and id > :after";
        if (personId.isPresent()) {
            where += " and personId = :person";
            parameters.and("person", personId.get());
        }
        return find(where, Sort.by("id"), parameters).range(0, limit - 1).list();
    }
}
