package io.limber.reminder.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A sealed secret of an endpoint; without an expiry it is the current one. */
@Entity
@Table(name = "webhook_secret")
class WebhookSecret {
    @Id
    private UUID id;

    @TenantId
    @Column(nullable = false)
    private String tenant;

    @Column(name = "endpoint_id", nullable = false)
    private UUID endpointId;

    @Column(nullable = false)
    private String sealed;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    protected WebhookSecret() {}

    WebhookSecret(UUID id, EndpointId endpoint, String sealed, Instant now) {
        this.id = id;
        this.endpointId = endpoint.value();
        this.sealed = sealed;
        this.createdAt = now;
    }

    /** A newer one has taken its place; receivers have until {@code end} to change over. */
    void replaced(Instant end) {
        if (expiresAt == null) {
            expiresAt = end;
        }
    }

    boolean expired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
