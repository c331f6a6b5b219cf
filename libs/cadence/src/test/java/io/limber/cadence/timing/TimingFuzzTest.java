package io.limber.cadence.timing;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.contracts.Timing;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever a timing says, it is a cadence or an {@link InvalidTiming}: another exception would stop a consumer. Run one
 * seed again with {@code -Dlimber.seed=N}.
 */
class TimingFuzzTest {
    private static final int CASES = 1_500;
    private static final List<LocalDate> DATES = List.of(
            LocalDate.MIN,
            LocalDate.of(-1, 1, 1),
            LocalDate.EPOCH,
            LocalDate.of(1970, 1, 2),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2026, 11, 23),
            LocalDate.of(2999, 12, 31),
            LocalDate.of(9999, 12, 31),
            LocalDate.of(10_000, 1, 1),
            LocalDate.MAX);
    private static final List<String> PARTS = List.of(
            "FREQ=DAILY",
            "FREQ=WEEKLY",
            "FREQ=MONTHLY",
            "FREQ=YEARLY",
            "FREQ=HOURLY",
            "FREQ=",
            "FREQ=DAILY",
            "FREQ=MONTHLY",
            "INTERVAL=0",
            "INTERVAL=7",
            "INTERVAL=24",
            "INTERVAL=1000",
            "INTERVAL=-1",
            "INTERVAL=99999999999",
            "BYMONTH=2",
            "BYMONTH=13",
            "BYMONTH=1,2,3",
            "BYMONTHDAY=30",
            "BYMONTHDAY=-31",
            "BYMONTHDAY=0",
            "BYDAY=MO",
            "BYDAY=5MO",
            "BYDAY=-53SU",
            "BYDAY=XX",
            "BYDAY=+1MO",
            "BYDAY=",
            "BYSETPOS=1",
            "BYSETPOS=-366",
            "BYSETPOS=0",
            "COUNT=0",
            "COUNT=3",
            "COUNT=5000",
            "COUNT=-1",
            "UNTIL=20261231",
            "UNTIL=00000000",
            "UNTIL=99991231",
            "UNTIL=20261231T000000Z",
            "WKST=SU",
            "WKST=",
            "BYHOUR=1",
            "X-A=1",
            "=",
            "",
            "\0",
            "\u00e4=1");

    private final long seed = Long.getLong("limber.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    @Timeout(60)
    void isACadenceOrSaysWhyNot() {
        System.out.println("TimingFuzzTest seed " + seed);
        int usable = 0;
        for (int number = 0; number < CASES; number++) {
            Timing timing = timing();
            LocalDate from = LocalDate.of(random.nextInt(10) == 0 ? 1970 + random.nextInt(8030) : 2026, 11, 23);
            try {
                TimingCadence.Planned planned = TimingCadence.of(timing, "plan", from, null);
                planned.cadence().preview(Instant.EPOCH, 3, planned.active());
                usable++;
            } catch (InvalidTiming e) {
                assertThat(e.pointer()).matches("(/[a-zA-Z0-9]+)*");
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", case " + number + ": " + timing + " from " + from, e);
            }
        }
        assertThat(usable).isBetween(CASES / 50, CASES);
    }

    private Timing timing() {
        boolean rule = random.nextInt(3) > 0;
        return new Timing(
                rule ? null : List.of(DayOfWeek.of(1 + random.nextInt(7))),
                rule ? new Timing.Recurrence(rule(), random.nextBoolean() ? null : date(), dates(), dates()) : null,
                List.of(LocalTime.of(random.nextInt(24), random.nextInt(60))),
                null,
                random.nextInt(20) == 0 ? "Nowhere" : "Asia/Riyadh",
                "SHIFT",
                "FIRST",
                random.nextBoolean() ? null : hours(),
                random.nextBoolean() ? null : holidays(),
                random.nextInt(20) == 0 ? -1 : random.nextInt(241),
                random.nextInt(20) == 0 ? Long.MAX_VALUE : 1800,
                null);
    }

    private String rule() {
        StringBuilder rule = new StringBuilder(random.nextInt(10) == 0 ? "" : PARTS.get(random.nextInt(4)));
        for (int part = random.nextInt(4); part > 0; part--) {
            rule.append(';').append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return rule.toString();
    }

    private Timing.Hours hours() {
        LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(60));
        String until = List.of("24:00", "23:59:00", "00:00", "25:00", "noon").get(random.nextInt(5));
        return new Timing.Hours(
                List.of(new Timing.Opening(DayOfWeek.of(1 + random.nextInt(7)), from, until)),
                random.nextBoolean() ? "HOLD" : "SKIP");
    }

    private Timing.Holidays holidays() {
        String[] countries = Locale.getISOCountries();
        return new Timing.Holidays(
                countries[random.nextInt(countries.length)],
                random.nextInt(4) == 0 ? "x-" : null,
                dates(),
                List.of("SKIP", "BEFORE", "AFTER").get(random.nextInt(3)));
    }

    private @Nullable List<LocalDate> dates() {
        return random.nextInt(3) > 0 ? null : List.of(date());
    }

    private LocalDate date() {
        return random.nextInt(3) > 0 ? LocalDate.of(2026, 11, 23) : DATES.get(random.nextInt(DATES.size()));
    }
}
