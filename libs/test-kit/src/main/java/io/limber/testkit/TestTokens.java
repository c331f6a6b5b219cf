package io.limber.testkit;

import io.limber.localstack.TokenMint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Bearer tokens as the platform's identity provider would mint them. One key pair a JVM, whatever class loader asks. */
public final class TestTokens {

    /** Every scope there is. */
    public static final List<String> ALL_SCOPES = List.of(
            "catalog:read",
            "catalog:write",
            "routines:read",
            "routines:write",
            "reminders:read",
            "reminders:write",
            "admin");

    private static final String PRIVATE = "limber.test.token.private-key";
    private static final String LOCK = "io.limber.testkit.TestTokens".intern();
    private static final Duration LIFE = Duration.ofHours(1);

    private TestTokens() {}

    /** Value of {@code quarkus.oidc.public-key}. */
    public static String publicKey() {
        return mint().publicKey();
    }

    /** A token of {@code tenant} with these scopes, good for an hour. */
    public static String of(String tenant, String... scopes) {
        return ofSubject("test", tenant, scopes);
    }

    /** The same of a person or program that is named. */
    public static String ofSubject(String subject, String tenant, String... scopes) {
        return mint().mint(tenant, subject, List.of(scopes), now(), now().plus(LIFE));
    }

    /** A token of {@code tenant} that is good for {@code life} from now on. */
    public static String lasting(String tenant, Duration life, String... scopes) {
        return mint().mint(tenant, "test", List.of(scopes), now(), now().plus(life));
    }

    /** A token of {@code tenant} with every scope. */
    public static String all(String tenant) {
        return of(tenant, ALL_SCOPES.toArray(String[]::new));
    }

    /** A token that ended an hour ago. */
    public static String expired(String tenant, String... scopes) {
        return mint().mint(tenant, "test", List.of(scopes), now().minus(LIFE.multipliedBy(2)), now().minus(LIFE));
    }

    /** A token that names no tenant. */
    public static String withoutTenant(String... scopes) {
        return mint().mint(null, "test", List.of(scopes), now(), now().plus(LIFE));
    }

    /** A token signed by someone else. */
    public static String forged(String tenant, String... scopes) {
        return new TokenMint(TokenMint.newKeys()).mint(tenant, "test", List.of(scopes), now(), now().plus(LIFE));
    }

    private static TokenMint mint() {
        synchronized (LOCK) {
            var secret = System.getProperty(PRIVATE);
            if (secret != null) {
                return new TokenMint(TokenMint.readPrivateKey(secret));
            }
            var fresh = new TokenMint(TokenMint.newKeys());
            System.setProperty(PRIVATE, fresh.privateKey());
            return fresh;
        }
    }

    // The verifier reads the real clock, so a token's life is on the real clock too.
    private static Instant now() {
        return Instant.now();
    }
}
