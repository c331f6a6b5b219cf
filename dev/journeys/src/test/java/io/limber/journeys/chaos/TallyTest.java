package io.limber.journeys.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.journeys.history.Verdict;
import io.limber.journeys.history.Violation;
import io.limber.journeys.history.Violation.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    private final Tally tally = new Tally(7, Duration.ofSeconds(15));

    @Test
    void addsRoundsUp() {
        // Given
        tally.add(1, new Verdict(100, 100, Duration.ofSeconds(3), List.of()), 0);
        tally.add(Map.of(Fault.KILL, 2), 0);
        tally.recovered(1, Duration.ofMillis(9_500));
        tally.add(2, new Verdict(50, 50, Duration.ofSeconds(2), List.of()), 0);
        tally.add(Map.of(Fault.KILL, 1, Fault.SESSIONS, 1), 1);
        tally.recovered(2, Duration.ofMillis(8_000));
        tally.deadLetters(0);
        // When
        CampaignReport report = tally.report();
        // Then
        assertThat(report.isClean()).isTrue();
        assertThat(report.rounds()).isEqualTo(2);
        assertThat(report.planned()).isEqualTo(150);
        assertThat(report.faults()).isEqualTo(Map.of("KILL", 3, "SESSIONS", 1));
        assertThat(report.maxRecoverySeconds()).isEqualTo(9.5);
        assertThat(report.recoveries()).isEqualTo(2);
        assertThat(report.maxLatenessSeconds()).isEqualTo(3);
        assertThat(report.revived()).isEqualTo(1);
    }

    @Test
    void oneViolationMakesTheCampaignFail() {
        Violation lost = new Violation(Kind.LOST, "plan", TEN, "");
        tally.add(1, new Verdict(100, 99, Duration.ZERO, List.of(lost)), 0);

        assertThat(tally.report().isClean()).isFalse();
        assertThat(tally.report().lost()).isEqualTo(1);
    }

    @Test
    void soDoesALedgerThatSaysOtherwise() {
        tally.booked(1, new Database.Booked(100, 100), 100);
        assertThat(tally.report().isClean()).isTrue();

        tally.booked(1, new Database.Booked(100, 99), 100);
        tally.booked(1, new Database.Booked(99, 99), 100);
        assertThat(tally.report().failures()).hasSize(2);
    }

    @Test
    void soDoesARecordThatIsGoneADeadLetterAndASlowStandby() {
        tally.add(1, new Verdict(100, 100, Duration.ZERO, List.of()), 1);
        assertThat(tally.report().failures()).hasSize(1);

        tally.deadLetters(1);
        assertThat(tally.report().failures()).hasSize(2);

        tally.recovered(1, Duration.ofMillis(15_001));
        assertThat(tally.report().failures()).hasSize(3);
    }
}
