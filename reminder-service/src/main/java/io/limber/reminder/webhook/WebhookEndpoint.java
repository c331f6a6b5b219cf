package io.limber.reminder.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A receiver of the platform: every reminder of the tenant is posted to it while it is active. */
@Entity
@Table(name = "webhook_endpoint")
class WebhookEndpoint {
    /** Whether messages are sent. */
    enum State {
        ACTIVE,
        DISABLED
    }

    @Id
    private UUID id;

    @TenantId
    @Column(nullable = false)
    private String tenant;

    @Column(nullable = false)
    private String url;

    @Column
    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state;

    @Column(name = "disabled_reason")
    private @Nullable String disabledReason;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Version
    private long version;

    protected WebhookEndpoint() {}

    WebhookEndpoint(EndpointId id, String url, @Nullable String description, Instant now) {
        this.id = id.value();
        this.url = url;
        this.description = description;
        this.state = State.ACTIVE;
        this.createdAt = now;
    }

    /** The receiver said it is gone for good. */
    void disable(String reason) {
        state = State.DISABLED;
        disabledReason = reason;
    }

    EndpointId id() {
        return new EndpointId(id);
    }

    long version() {
        return version;
    }

    WebhookEndpointView view() {
        return new WebhookEndpointView(id.toString(), url, description, state.name(), disabledReason, createdAt);
    }

    @Override
    public String toString() {
        return "WebhookEndpoint[" + id + "]";
    }
}
