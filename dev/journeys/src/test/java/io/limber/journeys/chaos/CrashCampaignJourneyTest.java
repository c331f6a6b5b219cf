package io.limber.journeys.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One short round of the crash campaign; {@code ./limber bench chaos} has long ones. */
@Timeout(300)
class CrashCampaignJourneyTest {
    private static final Path PROJECT = Path.of(System.getProperty("limber.root", "../.."));

    // They have much to say about servers that are away.
    private static final List<Logger> TALKATIVE =
            List.of(Logger.getLogger("org.apache.kafka"), Logger.getLogger("io.zonky.test"));

    @BeforeAll
    static void quiet() {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.OFF));
    }

    @Test
    void losesNothingAndRepeatsNothingWhateverIsKilled() {
        // Given
        long seed = Long.getLong("limber.chaos.seed", new Random().nextInt(1_000_000));
        CampaignSettings settings = new CampaignSettings(
                PROJECT, Path.of("target", "chaos"), seed, 1, Duration.ofMinutes(1), 8_000, Duration.ofSeconds(35), 3);
        // When
        CampaignReport report = new Campaign(settings, Clock.systemUTC(), System.out::println).run();
        // Then
        assertThat(report.failures()).as("seed %d", seed).isEmpty();
        assertThat(report.planned()).isGreaterThan(4_000);
        assertThat(report.recoveries()).as("measured kills").isPositive();
        assertThat(report.maxRecoverySeconds()).isLessThan(15);
    }
}
