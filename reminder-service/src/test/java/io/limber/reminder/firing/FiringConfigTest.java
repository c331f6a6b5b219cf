package io.limber.reminder.firing;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FiringConfigTest {
    @Test
    void hasTheseDefaults() {
        FiringConfig config = new SmallRyeConfigBuilder()
                .withMapping(FiringConfig.class)
                .build()
                .getConfigMapping(FiringConfig.class);
        assertThat(config.enabled()).isTrue();
        assertThat(config.chunkSize()).isEqualTo(5_000);
        assertThat(config.poll()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.threads()).isEqualTo(4);
        assertThat(config.oneOffLateness()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.sweep()).isEqualTo(Duration.ofMinutes(1));
    }
}
