package io.limber.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay publishes. */
@ConfigMapping(prefix = "limber.outbox")
public interface OutboxConfig {
    /** Whether this process may publish. Off, events wait in the table. */
    @WithDefault("true")
    boolean enabled();

    /** Longest pause between two looks at the table; a commit in this process wakes the relay at once. */
    @WithDefault("PT0.3S")
    Duration poll();

    /** Most records in one Kafka transaction. Larger is faster, and repeats more work after a crash. */
    @WithDefault("500")
    int batch();

    /** Pause before trying to become the relay, or to publish, again. */
    @WithDefault("PT1S")
    Duration retry();

    /** The topic whose partition 0 carries the relay's cursor as a committed offset. Must be one this service owns. */
    String cursorTopic();
}
