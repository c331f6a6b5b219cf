package io.limber.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Gives a service under test its database, Kafka and token key:
 *
 * <pre>{@code
 * @QuarkusTestResource(value = LimberStackResource.class, initArgs = @ResourceArg(name = "service", value = "catalog"))
 * }</pre>
 *
 * <p>The servers and the database outlive the application: a second test profile in the same JVM finds the same data. Tests keep
 * apart by a fresh tenant each.
 */
public class LimberStackResource implements QuarkusTestResourceLifecycleManager {

    private static final String NOT_UTC = "SET TIME ZONE 'Asia/Kolkata'";

    private Map<String, String> arguments = Map.of();

    @Override
    public void init(Map<String, String> initArgs) {
        arguments = initArgs;
    }

    @Override
    public Map<String, String> start() {
        var service = Objects.requireNonNull(arguments.get("service"), "init argument 'service' is missing");
        TestStack.createServiceDatabase(service);
        var config = new HashMap<String, String>();
        config.put("limber.db.url", TestStack.jdbcUrl("limber_" + service));
        config.put("limber.db.owner.password", TestStack.PASSWORD);
        config.put("limber.db.app.password", TestStack.PASSWORD);
        config.put("limber.db.loop.password", TestStack.PASSWORD);
        // The driver tells the server the JVM's zone; a session in another one shows what depends on it.
        config.put("quarkus.datasource.jdbc.new-connection-sql", NOT_UTC);
        config.put("quarkus.datasource.loop.jdbc.new-connection-sql", NOT_UTC);
        config.put("kafka.bootstrap.servers", TestStack.bootstrapServers());
        config.put("quarkus.oidc.public-key", TestTokens.publicKey());
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.devservices.enabled", "false");
        return config;
    }

    @Override
    public void stop() {
        // The servers end with the JVM.
    }
}
