package io.limber.reminder.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How deliveries are made. */
@ConfigMapping(prefix = "limber.delivery")
public interface DeliveryConfig {
    /** Whether this process delivers. Off, deliveries wait in the table. */
    @WithDefault("true")
    boolean enabled();

    /**
     * How long delivery waits, at most, before it takes in another batch of due reminders or begins further attempts while
     * this process still has reminders to emit. Longer lets a crowd that is due at one instant out sooner; zero delivers
     * and emits side by side. Not so long that Kafka takes the consumer for dead: a few seconds.
     */
    @WithDefault("PT2S")
    Duration givesWay();

    /** Longest pause between two looks at the queue; new reminders in this process are seen at once. */
    @WithDefault("PT1S")
    Duration poll();

    /** Most attempts at one time in this process. */
    @WithDefault("64")
    int concurrency();

    /** Most attempts at one time to one webhook endpoint, and of mails, in this process. */
    @WithDefault("8")
    int perDestination();

    /**
     * How long a claimed delivery belongs to the process that claimed it. After a crash nobody takes it before; it must be
     * longer than an attempt may take on any channel.
     */
    @WithDefault("PT60S")
    Duration lease();

    /** After so many attempts a delivery is given up. */
    @WithDefault("6")
    int attempts();

    /** Longest pause after the first failed attempt; each further one is five times as long. */
    @WithDefault("PT1M")
    Duration firstPause();

    /** Longest pause after any attempt. */
    @WithDefault("PT6H")
    Duration longestPause();
}
