package io.limber.localstack;

import java.util.HashMap;
import java.util.Map;

/** The environment a service gets: the same keys as in compose, other values. */
final class ServiceEnvironment {

    private final Ports ports;
    private final Keys keys;
    private final String publicKey;

    ServiceEnvironment(Ports ports, Keys keys) {
        this.ports = ports;
        this.keys = keys;
        this.publicKey = keys.tokens().publicKey();
    }

    Map<String, String> of(Service service, int port) {
        var passwords = keys.passwords(service.word());
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_OIDC_PUBLIC_KEY", publicKey);
        environment.put("QUARKUS_OTEL_SDK_DISABLED", "true");
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of(Port.KAFKA));
        environment.put(
                "LIMBER_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRES) + "/limber_" + service.word());
        environment.put("LIMBER_DB_OWNER_PASSWORD", passwords.owner());
        environment.put("LIMBER_DB_APP_PASSWORD", passwords.app());
        environment.put("LIMBER_DB_LOOP_PASSWORD", passwords.loop());
        if (service == Service.REMINDER) {
            delivery(environment);
        }
        return environment;
    }

    private void delivery(Map<String, String> environment) {
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", Integer.toString(ports.of(Port.SMTP)));
        environment.put("QUARKUS_MAILER_FROM", "Limber <reminders@limber.example>");
        environment.put("QUARKUS_MAILER_MOCK", "false");
        environment.put("LIMBER_LINKS_BASE_URL", "http://localhost:" + ports.of(Port.REMINDER));
        environment.put("LIMBER_LINKS_KEY", keys.links());
        environment.put("LIMBER_SECRETS_KEY", keys.secrets());
        // The sink is on this machine, where webhooks must otherwise never go.
        environment.put("LIMBER_WEBHOOKS_ALLOWED_PRIVATE_HOSTS", "127.0.0.1,localhost");
    }
}
