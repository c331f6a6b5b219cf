package io.limber.reminder.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How schedules are taken in, and with them the buckets that this process owns. */
@ConfigMapping(prefix = "limber.schedules")
public interface ScheduleConfig {
    /** Whether this process takes schedules in and fires. Off, it owns no bucket; requests and delivery go on. */
    @WithDefault("true")
    boolean enabled();

    /**
     * Most schedule records in one database transaction, 1 to 20,000. Larger is faster; smaller lets firing, which never
     * runs beside one, wait less.
     */
    @WithDefault("2000")
    @Min(1)
    @Max(20_000)
    int batch();

    /**
     * When nothing is heard of a replica for so long, the others take its buckets over. Longer than any pause that a
     * healthy replica may have; the broker's {@code group.min.session.timeout.ms} is the least it accepts.
     */
    @WithDefault("PT10S")
    Duration sessionTimeout();

    /** Pause before schedules are read again after it failed. */
    @WithDefault("PT1S")
    Duration retry();
}
