package io.limber.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Firing asks for each cadence's next due time in the second in which it is due. In processor time, not the clock's. */
class NextAfterSpeedTest {
    private static final int CALLS = 3_000;
    private static final Instant FROM = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant FAR = Instant.parse("2126-01-01T00:00:00Z");

    @Test
    void daysOfTheWeekAreFoundInMicroseconds() {
        Cadence cadence = Cadences.in("Europe/Berlin")
                .on(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
                .cadence();

        assertThat(meanOf(cadence)).isLessThan(Duration.ofNanos(100_000));
    }

    @Test
    void rulesAreFoundWellUnderAMillisecond() throws UnusableRule {
        for (String rule : List.of(
                "FREQ=MONTHLY;BYDAY=-1FR",
                "FREQ=YEARLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR",
                "FREQ=DAILY;INTERVAL=5;BYMONTH=2;BYMONTHDAY=29")) {
            Recurrence recurrence = RecurringDates.of(rule, LocalDate.parse("1990-01-01"), List.of(), List.of())
                    .recurrence();

            assertThat(meanOf(Cadences.in("Europe/Berlin").on(recurrence).cadence()))
                    .as(rule)
                    .isLessThan(Duration.ofNanos(500_000));
        }
    }

    private static Duration meanOf(Cadence cadence) {
        ahead(cadence);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ahead(cadence);
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before)
                .dividedBy(CALLS);
    }

    private static void ahead(Cadence cadence) {
        Instant at = FROM;
        for (int call = 0; call < CALLS; call++) {
            Optional<Instant> next = cadence.nextAfter(at);
            at = next.filter(due -> due.isBefore(FAR)).orElse(FROM);
        }
    }
}
