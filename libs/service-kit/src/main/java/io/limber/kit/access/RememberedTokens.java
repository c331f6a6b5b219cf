package io.limber.kit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.limber.kit.tenancy.CurrentTenant;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a moment which tokens were found good. A platform sends the same token with thousands of requests, and checking its
 * signature takes longer than most answers. A token is never good beyond its own end; a key that is no longer trusted is still
 * trusted for that moment.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class RememberedTokens implements HttpAuthenticationMechanism {
    private static final Duration MOMENT = Duration.ofSeconds(30);
    private static final int MOST = 5_000;
    private static final int LONGEST_TOKEN = 8_192;
    private static final String BEARER = "bearer ";

    private final OidcAuthenticationMechanism checking;
    private final Clock clock;
    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MOMENT).build();

    RememberedTokens(OidcAuthenticationMechanism checking, Clock clock) {
        this.checking = checking;
        this.clock = clock;
    }

    private record Known(SecurityIdentity identity, Instant until) {}

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        Optional<SecurityIdentity> before = find(context);
        return before.isPresent()
                ? Uni.createFrom().item(before.get())
                : checking.authenticate(context, providers)
                        .invoke(identity -> token(context).ifPresent(token -> remember(token, identity)));
    }

    /** Who sends the request, if its token was found good a moment ago and has not ended since. */
    public Optional<SecurityIdentity> find(RoutingContext context) {
        return token(context)
                .map(known::getIfPresent)
                .filter(before -> clock.instant().isBefore(before.until))
                .map(Known::identity);
    }

    private void remember(String token, @Nullable SecurityIdentity identity) {
        if (identity != null && !identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken claims) {
            // Without what belongs to the request that brought it.
            SecurityIdentity own = QuarkusSecurityIdentity.builder()
                    .setPrincipal(claims)
                    .addRoles(identity.getRoles())
                    .addCredentials(identity.getCredentials())
                    .addAttributes(CurrentTenant.remembered(identity))
                    .build();
            known.put(token, new Known(own, Instant.ofEpochSecond(claims.getExpirationTime())));
        }
    }

    private static Optional<String> token(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        return header != null
                        && header.length() <= LONGEST_TOKEN
                        && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()))
                : Optional.empty();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return checking.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return checking.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return checking.getCredentialTransport(context);
    }
}
