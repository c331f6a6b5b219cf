package io.limber.catalog.editing;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sends the current request. */
@RequestScoped
public class CurrentActor {
    private static final String NOT_NAMED = "(not named)";

    private final SecurityIdentity identity;

    CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Actor get() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? new Actor(Objects.requireNonNullElse(token.getSubject(), NOT_NAMED))
                : new Actor(NOT_NAMED);
    }
}
