package io.limber.reminder.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What holds when nothing is configured. */
class LedgerConfigTest {
    @Test
    void isSampledEveryMinuteAndKeptForMoreThanAYear() {
        LedgerConfig config = new SmallRyeConfigBuilder()
                .withMapping(LedgerConfig.class)
                .build()
                .getConfigMapping(LedgerConfig.class);

        assertThat(config.sample()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.keep()).isEqualTo(Duration.ofDays(400));
    }
}
