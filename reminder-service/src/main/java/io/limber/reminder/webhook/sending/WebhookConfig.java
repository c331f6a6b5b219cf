package io.limber.reminder.webhook.sending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How webhooks are sent. */
@ConfigMapping(prefix = "limber.webhooks")
public interface WebhookConfig {
    /**
     * Host names that may be reached although they are not on the public Internet, and with plain {@code http}. For
     * development and for receivers in the same network; every name here can be reached by every tenant.
     */
    Optional<Set<String>> allowedPrivateHosts();

    /** Longest wait for a connection, TLS included. */
    @WithDefault("PT5S")
    Duration connectTimeout();

    /** Longest time of a whole exchange, from connecting to the end of the answer. */
    @WithDefault("PT10S")
    Duration timeout();

    /** Most bytes of an answer that are read; the answer's body is not used, so the rest is cut off. */
    @WithDefault("65536")
    int largestAnswer();
}
