package io.limber.reminder.webhook;

import io.limber.kit.http.Page;
import io.limber.kit.http.Preconditions;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import io.limber.kit.time.Ids;
import io.limber.reminder.webhook.sending.EndpointUrl;
import io.limber.reminder.webhook.sending.WebhookConfig;
import io.limber.reminder.webhook.sending.WebhookSecretKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done with webhook endpoints. */
@ApplicationScoped
public class WebhookEndpoints {
    /** How long a replaced secret is still signed with. */
    static final Duration CHANGE_OVER = Duration.ofHours(24);

    private static final int MOST_SECRETS = 5;

    private final WebhookEndpointRepository endpoints;
    private final WebhookSecretRepository secrets;
    private final SecretVault vault;
    private final Set<String> allowedPrivateHosts;
    private final Clock clock;

    WebhookEndpoints(
            WebhookEndpointRepository endpoints,
            WebhookSecretRepository secrets,
            SecretVault vault,
            WebhookConfig config,
            Clock clock) {
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.vault = vault;
        this.allowedPrivateHosts = config.allowedPrivateHosts().orElse(Set.of());
        this.clock = clock;
    }

    /** A view with the version its tag is made of, and the new secret if there is one. */
    public record Versioned(WebhookEndpointView view, long version, Optional<WebhookSecretKey> secret) {}

    @Transactional
    public Versioned add(TenantId tenant, AddWebhookEndpoint command) {
        String url = switch (EndpointUrl.check(command.url(), allowedPrivateHosts)) {
            case EndpointUrl.Verdict.Fine fine -> fine.url().uri().toString();
            case EndpointUrl.Verdict.Refused refused -> throw ProblemException.field("/url", refused.why());
        };
        Instant now = clock.instant();
        WebhookEndpoint added = new WebhookEndpoint(new EndpointId(Ids.next(now)), url, command.description(), now);
        endpoints.persistAndFlush(added);
        return new Versioned(added.view(), added.version(), Optional.of(newSecret(added.id(), now)));
    }

    @Transactional
    public Versioned require(TenantId tenant, EndpointId id) {
        WebhookEndpoint found = endpoints.find(tenant, id).orElseThrow(() -> EndpointId.notFound(id.toString()));
        return new Versioned(found.view(), found.version(), Optional.empty());
    }

    @Transactional
    public Page<WebhookEndpointView> list(TenantId tenant, Optional<EndpointId> after, int limit) {
        List<WebhookEndpointView> found = endpoints.list(tenant, after, limit + 1).stream()
                .map(WebhookEndpoint::view)
                .toList();
        return Page.of(found, limit, WebhookEndpointView::id);
    }

    /** Adds a secret; the ones before it stay valid for {@link #CHANGE_OVER}, counted from their own replacement. */
    @Transactional
    public Versioned rotate(TenantId tenant, EndpointId id) {
        WebhookEndpoint endpoint = locked(tenant, id);
        Instant now = clock.instant();
        int valid = 0;
        for (WebhookSecret secret : secrets.of(tenant, id)) {
            if (secret.expired(now)) {
                secrets.delete(secret);
            } else {
                secret.replaced(now.plus(CHANGE_OVER));
                valid++;
            }
        }
        if (valid >= MOST_SECRETS) {
            throw new ProblemException(
                    WebhookProblem.TOO_MANY_SECRETS, "Wait until one of the replaced secrets has expired.");
        }
        return new Versioned(endpoint.view(), endpoint.version(), Optional.of(newSecret(id, now)));
    }

    /** From now on nothing is sent there; what is still waiting to be sent there is given up. */
    @Transactional
    public void remove(TenantId tenant, EndpointId id, @Nullable String ifMatch) {
        WebhookEndpoint endpoint = locked(tenant, id);
        Preconditions.requireMatch(ifMatch, endpoint.version());
        endpoints.delete(endpoint);
    }

    /** In the caller's transaction. One that is gone meanwhile is left alone. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void disable(TenantId tenant, EndpointId id, String reason) {
        endpoints.findLocked(tenant, id).ifPresent(endpoint -> endpoint.disable(reason));
    }

    private WebhookEndpoint locked(TenantId tenant, EndpointId id) {
        return endpoints.findLocked(tenant, id).orElseThrow(() -> EndpointId.notFound(id.toString()));
    }

    private WebhookSecretKey newSecret(EndpointId endpoint, Instant now) {
        WebhookSecretKey key = WebhookSecretKey.random();
        secrets.persist(new WebhookSecret(Ids.next(now), endpoint, vault.seal(endpoint, key), now));
        return key;
    }
}
