package io.limber.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActiveWindowTest {
    @Test
    void reachesFromTheStartOfTheFirstDayToTheEndOfTheLast() {
        ActiveWindow window = window("2026-10-25", "2026-10-25", "Europe/Berlin");

        assertThat(window.from()).isEqualTo("2026-10-24T22:00:00Z");
        assertThat(window.until()).isEqualTo("2026-10-25T23:00:00Z");
        assertThat(window.contains(window.from())).isTrue();
        assertThat(window.contains(window.from().minusNanos(1))).isFalse();
        assertThat(window.contains(window.until().minusNanos(1))).isTrue();
        assertThat(window.contains(window.until())).isFalse();
    }

    @Test
    void withoutALastDayHasNoEnd() {
        ActiveWindow window = ActiveWindow.of(LocalDate.parse("2026-11-23"), Optional.empty(), ZoneId.of("UTC"));

        assertThat(window.contains(Instant.parse("9999-12-31T23:59:59Z"))).isTrue();
        assertThat(window.contains(Instant.parse("2026-11-22T23:59:59.999Z"))).isFalse();
    }

    @Test
    void beginsAtTheFirstInstantOfADayThatHasNoMidnight() {
        assertThat(window("2023-04-28", "2023-04-28", "Africa/Cairo").from()).isEqualTo("2023-04-27T22:00:00Z");
        assertThat(window("2022-10-02", "2022-10-02", "America/Asuncion").from())
                .isEqualTo("2022-10-02T04:00:00Z");
    }

    @Test
    void beginsAtTheFirstOfTwoMidnights() {
        assertThat(window("2026-11-01", "2026-11-01", "America/Havana").from()).isEqualTo("2026-11-01T04:00:00Z");
    }

    @Test
    void isEmptyForADayThatNeverWas() {
        ActiveWindow window = window("2011-12-30", "2011-12-30", "Pacific/Apia");

        assertThat(window.from()).isEqualTo(window.until());
        assertThat(window.contains(window.from())).isFalse();
    }

    private static ActiveWindow window(String first, String last, String zone) {
        return ActiveWindow.of(LocalDate.parse(first), Optional.of(LocalDate.parse(last)), ZoneId.of(zone));
    }
}
