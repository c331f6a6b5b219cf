package io.limber.kit.tenancy;

import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The tenant of the current request: the token's, or the one that a consumer, a job or a capability link acts for. There
 * is no default tenant; whoever has none sees nothing.
 */
@RequestScoped
public class CurrentTenant {
    private static final String CLAIM = "tenant";

    /** Of an identity that is remembered: the tenant, read from its claim before. */
    private static final String ATTRIBUTE = "limber.tenant";

    private final SecurityIdentity identity;
    private @Nullable TenantId actingFor;

    CurrentTenant(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** For work that no token authorises: an event that names its tenant, a signed link. */
    public void actFor(TenantId tenant) {
        actingFor = tenant;
    }

    public Optional<TenantId> find() {
        if (actingFor != null) {
            return Optional.of(actingFor);
        }
        return of(identity);
    }

    /** The tenant that an identity's token names. */
    public static Optional<TenantId> of(SecurityIdentity identity) {
        TenantId known = identity.getAttribute(ATTRIBUTE);
        return known == null ? claimed(identity) : Optional.of(known);
    }

    /** The same, as attributes of an identity that is kept, so that its token is not looked into each time. */
    public static Map<String, Object> remembered(SecurityIdentity identity) {
        return claimed(identity)
                .<Map<String, Object>>map(tenant -> Map.of(ATTRIBUTE, tenant))
                .orElse(Map.of());
    }

    private static Optional<TenantId> claimed(SecurityIdentity identity) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        return Optional.ofNullable(token.<String>getClaim(CLAIM)).flatMap(CurrentTenant::parsed);
    }

    /**
     * @throws ProblemException 403 when the token names none
     */
    public TenantId require() {
        return find().orElseThrow(() -> new ProblemException(
                CommonProblem.MISSING_TENANT, "The token needs a claim 'tenant' with the tenant's id."));
    }

    private static Optional<TenantId> parsed(String claim) {
        try {
            return Optional.of(new TenantId(claim));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
