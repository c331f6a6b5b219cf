package io.limber.localstack;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** {@code ./limber token}: a bearer token for the local stack, on standard output and nothing beside it. */
public final class TokenCommand {

    public static final String ALL_SCOPES =
            "catalog:read catalog:write routines:read routines:write reminders:read reminders:write admin";

    private TokenCommand() {}

    static int run(Home home, List<String> words) {
        var arguments = Arguments.parse(words, Set.of("--tenant", "--scope", "--ttl", "--subject"), Set.of());
        System.out.println(mint(
                new Keys(home.secrets()),
                arguments.get("--tenant", "demo"),
                arguments.get("--subject", "developer"),
                arguments.get("--scope", ALL_SCOPES),
                arguments.get("--ttl", "1h")));
        return 0;
    }

    /** Mints with this stack's key. */
    public static String mint(Keys keys, String tenant, String subject, String scopes, String life) {
        var now = Instant.now();
        return keys.tokens()
                .mint(
                        tenant,
                        subject,
                        List.of(scopes.strip().split("[\\s,]+")),
                        now,
                        now.plus(Arguments.duration(life)));
    }
}
