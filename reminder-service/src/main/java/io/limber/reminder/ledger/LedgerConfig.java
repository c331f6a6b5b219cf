package io.limber.reminder.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the ledger is watched and how long it is kept. */
@ConfigMapping(prefix = "limber.ledger")
interface LedgerConfig {
    /** Pause between two samples of the difference; shorter shows it sooner and reads the last days' rows more often. */
    @WithDefault("PT1M")
    Duration sample();

    /** How long days are kept, in whole days; shorter than the three days that are sampled makes the sample meaningless. */
    @WithDefault("P400D")
    Duration keep();
}
