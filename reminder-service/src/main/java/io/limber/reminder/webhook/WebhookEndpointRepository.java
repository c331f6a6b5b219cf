package io.limber.reminder.webhook;

import io.limber.kit.tenancy.TenantId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All access to endpoints in a request. Both walls filter by tenant already; the parameter says so to readers. */
@ApplicationScoped
class WebhookEndpointRepository implements PanacheRepositoryBase<WebhookEndpoint, UUID> {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String ONE = "tenant = ?1 and id = ?2";

    Optional<WebhookEndpoint> find(TenantId tenant, EndpointId id) {
        return find(ONE, tenant.value(), id.value()).firstResultOptional();
    }

    /** Locked until the transaction ends, so that two changes of its secrets follow each other. */
    Optional<WebhookEndpoint> findLocked(TenantId tenant, EndpointId id) {
        return find(ONE, tenant.value(), id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** In id order, which is the order of creation, after {@code after}. */
    List<WebhookEndpoint> list(TenantId tenant, Optional<EndpointId> after, int limit) {
        return find(
                        "tenant = ?1 and id > ?2",
                        Sort.by("id"),
                        tenant.value(),
                        after.map(EndpointId::value).orElse(BEFORE_ALL))
                .range(0, limit - 1)
                .list();
    }
}
