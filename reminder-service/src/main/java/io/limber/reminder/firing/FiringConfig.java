package io.limber.reminder.firing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How due reminders are emitted. */
@ConfigMapping(prefix = "limber.firing")
public interface FiringConfig {
    /** Whether this process fires what is due. Off, the buckets it owns stand still; for tests that fire by hand. */
    @WithDefault("true")
    boolean enabled();

    /**
     * Most reminders in one Kafka transaction, 1 to 10,000. Larger is faster; smaller gives a bucket back sooner, lets
     * buckets, tenants and cadences that are due together take turns more often, and takes less memory: about 2 KiB for
     * each thread and reminder.
     */
    @WithDefault("5000")
    @Min(1)
    @Max(10_000)
    int chunkSize();

    /** Longest pause between two looks at what is due. A due time that is known is met whatever the pause. */
    @WithDefault("PT0.5S")
    Duration poll();

    /** Buckets fired at the same time; the others take turns with them, a chunk each. More than a few only helps when the broker is far away. */
    @WithDefault("4")
    @Min(1)
    int threads();

    /** How late a snoozed reminder may be; after that it is missed. A planned one has this from its own schedule. */
    @WithDefault("PT30M")
    Duration oneOffLateness();

    /** Pause between two sweeps that remove what no due time can need any more. */
    @WithDefault("PT1M")
    Duration sweep();
}
