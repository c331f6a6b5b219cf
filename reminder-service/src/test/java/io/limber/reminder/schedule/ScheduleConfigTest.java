package io.limber.reminder.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleConfigTest {
    @Test
    void hasTheseDefaults() {
        ScheduleConfig config = new SmallRyeConfigBuilder()
                .withMapping(ScheduleConfig.class)
                .build()
                .getConfigMapping(ScheduleConfig.class);
        assertThat(config.enabled()).isTrue();
        assertThat(config.batch()).isEqualTo(2_000);
        assertThat(config.sessionTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.retry()).isEqualTo(Duration.ofSeconds(1));
    }
}
