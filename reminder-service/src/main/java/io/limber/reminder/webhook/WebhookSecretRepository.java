package io.limber.reminder.webhook;

import io.limber.kit.tenancy.TenantId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Sealed secrets of endpoints. */
@ApplicationScoped
class WebhookSecretRepository implements PanacheRepositoryBase<WebhookSecret, UUID> {
    List<WebhookSecret> of(TenantId tenant, EndpointId endpoint) {
        return list("tenant = ?1 and endpointId = ?2", tenant.value(), endpoint.value());
    }
}
