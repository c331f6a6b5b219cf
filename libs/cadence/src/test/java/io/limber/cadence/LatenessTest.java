package io.limber.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.limber.cadence.Lateness.Then;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LatenessTest {
    private static final Instant DUE = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @EnumSource(Then.class)
    void exactlyAsLateAsAllowedIsInTime(Then then) {
        assertThat(daily(then).isTooLate(DUE, DUE)).isFalse();
        assertThat(daily(then).isTooLate(DUE, DUE.plus(Duration.ofMinutes(30)))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"DROP, true, true", "NEXT_SLOT, true, true", "DELIVER, false, true"})
    void afterThatItDependsOnWhetherALaterOneIsDue(Then then, boolean alone, boolean overtaken) {
        Instant later = DUE.plus(Duration.ofMinutes(30)).plusNanos(1);
        Instant nextDue = DUE.plus(Duration.ofDays(1));

        assertThat(daily(then).isTooLate(DUE, later)).isEqualTo(alone);
        assertThat(daily(then).isTooLate(DUE, nextDue.minusNanos(1))).isEqualTo(alone);
        assertThat(daily(then).isTooLate(DUE, nextDue)).isEqualTo(overtaken);
    }

    @Test
    void doesNotMoveADueTime() {
        assertThat(daily(Then.DELIVER).nextAfter(DUE))
                .isEqualTo(daily(Then.DROP).nextAfter(DUE));
    }

    @Test
    void isPartOfTheKey() {
        assertThat(daily(Then.DELIVER).key()).isNotEqualTo(daily(Then.DROP).key());
        assertThat(Cadence.parse(daily(Then.NEXT_SLOT).canonical())).isEqualTo(daily(Then.NEXT_SLOT));
    }

    @Test
    void isPositiveAndInWholeSeconds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Lateness(Duration.ZERO, Then.DROP));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lateness(Duration.ofMillis(1500), Then.DROP));
    }

    private static Cadence daily(Then then) {
        Cadence plain = Cadences.in("UTC").cadence();
        return new Cadence(
                plain.recurrence(),
                plain.times(),
                plain.clock(),
                plain.hours(),
                plain.daysOff(),
                plain.offset(),
                new Lateness(Duration.ofMinutes(30), then));
    }
}
