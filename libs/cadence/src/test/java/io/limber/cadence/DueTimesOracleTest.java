package io.limber.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.cadence.Hours.Outside;
import io.limber.cadence.Hours.Range;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Cadences with rules, days off, hours and spread against the plainest way to say the same: take every date, far more of
 * them than could matter, move it day by day, and wait minute by minute until the doors are open. Run one seed again
 * with {@code -Dlimber.seed=N}.
 */
class DueTimesOracleTest {
    private static final int CASES = 250;
    private static final int DAYS = 21;
    private static final int FARTHEST_DAYS = 31;
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "Australia/Lord_Howe",
            "Africa/Cairo",
            "Asia/Beirut",
            "America/Sao_Paulo",
            "America/Vancouver",
            "Pacific/Apia",
            "America/Santiago",
            "Africa/Casablanca",
            "Asia/Kolkata");
    private static final List<String> RULES = List.of(
            "FREQ=DAILY;INTERVAL=2",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR,SU",
            "FREQ=MONTHLY;BYMONTHDAY=1,15,-1",
            "FREQ=MONTHLY;BYDAY=1MO,-1FR",
            "FREQ=YEARLY;BYMONTH=3,4,5,10,12;BYMONTHDAY=24,25,26,28,29,30,31");

    private final long seed = Long.getLong("limber.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    @Timeout(120)
    void agreesWithWaitingAtTheDoor() throws UnusableRule {
        System.out.println("DueTimesOracleTest seed " + seed);
        for (int number = 0; number < CASES; number++) {
            Cadence cadence = cadence();
            Instant after = after(cadence.zone());
            Instant end = after.plus(Duration.ofDays(DAYS));

            List<Instant> expected = new Oracle(cadence).due(after, end);
            List<Instant> actual = cadence.preview(after, expected.size() + 1).stream()
                    .filter(instant -> !instant.isAfter(end))
                    .toList();

            assertThat(actual)
                    .as("seed %d, case %d: %s after %s", seed, number, cadence.canonical(), after)
                    .isEqualTo(expected);
            assertThat(Cadence.parse(cadence.canonical())).isEqualTo(cadence);
        }
    }

    @Test
    @Timeout(60)
    void ascendsStrictlyAndIsTheSameFromWhereverItIsAsked() throws UnusableRule {
        System.out.println("DueTimesOracleTest seed " + seed);
        for (int number = 0; number < CASES; number++) {
            Cadence cadence = cadence();
            Instant after = after(cadence.zone());

            List<Instant> due = cadence.preview(after, 12);

            assertThat(due)
                    .as("seed %d, case %d: %s after %s", seed, number, cadence.canonical(), after)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allMatch(instant -> instant.isAfter(after));
            for (int index = 1; index < due.size(); index++) {
                assertThat(cadence.nextAfter(due.get(index).minusNanos(1)))
                        .as("seed %d, case %d: %s just before %s", seed, number, cadence.canonical(), due.get(index))
                        .contains(due.get(index));
                assertThat(cadence.nextAfter(due.get(index - 1))).contains(due.get(index));
            }
        }
    }

    private Cadence cadence() throws UnusableRule {
        Recurrence recurrence = random.nextBoolean()
                ? Weekly.on(days())
                : RecurringDates.of(
                                RULES.get(random.nextInt(RULES.size())), LocalDate.of(2020, 1, 1), List.of(), List.of())
                        .recurrence();
        Hours hours = random.nextInt(3) == 0 ? Hours.ALWAYS : hours();
        return new Cadence(
                recurrence,
                times(hours.outside() == Outside.SKIP && random.nextInt(3) == 0 ? 30 : 3),
                new WallClock(
                        ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
                        GapPolicy.values()[random.nextInt(2)],
                        FoldPolicy.values()[random.nextInt(2)]),
                hours,
                random.nextInt(3) == 0 ? DaysOff.NONE : daysOff(),
                Duration.ofMinutes(random.nextBoolean() ? 0 : 5 * random.nextInt(48)),
                Lateness.DEFAULT);
    }

    /** Many only where nothing waits, for the oracle waits slowly. */
    private NavigableSet<LocalTime> times(int most) {
        NavigableSet<LocalTime> times = new TreeSet<>();
        for (int time = random.nextInt(most); time >= 0; time--) {
            times.add(LocalTime.of(random.nextInt(24), 5 * random.nextInt(12)));
        }
        return times;
    }

    private Collection<DayOfWeek> days() {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> DayOfWeek.of(1 + random.nextInt(7)))
                .toList();
    }

    private Hours hours() {
        Map<DayOfWeek, List<Range>> ranges = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : days()) {
            int from = 5 * random.nextInt(280);
            int until = from + 5 * (1 + random.nextInt((1440 - from) / 5));
            ranges.put(day, List.of(new Range(from, until), new Range(120, 150)));
        }
        return new Hours(ranges, Outside.values()[random.nextInt(2)]);
    }

    private DaysOff daysOff() {
        NavigableSet<LocalDate> own = new TreeSet<>();
        LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
        for (int day = random.nextInt(30); day >= 0; day--) {
            own.add(from.plusDays(random.nextInt(60)));
        }
        return new DaysOff(
                random.nextBoolean() ? HolidayRegion.parse("de-by") : null,
                own,
                DaysOff.Policy.values()[random.nextInt(3)]);
    }

    /** Often close to where the clock changes. */
    private Instant after(ZoneId zone) {
        Instant somewhere = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(365 * 1440));
        return Optional.ofNullable(zone.getRules().nextTransition(somewhere))
                .filter(transition -> random.nextBoolean())
                .map(transition -> transition.getInstant().minus(Duration.ofHours(random.nextInt(96))))
                .orElse(somewhere);
    }

    private record Oracle(Cadence cadence) {
        List<Instant> due(Instant after, Instant until) {
            Collection<Instant> due = new TreeSet<>();
            LocalDate from = LocalDate.ofInstant(after, cadence.zone()).minusDays(2 * FARTHEST_DAYS + 3L);
            LocalDate to = LocalDate.ofInstant(until, cadence.zone()).plusDays(FARTHEST_DAYS + 3L);
            from.datesUntil(to)
                    .filter(cadence.recurrence()::occursOn)
                    .forEach(date -> moved(date).ifPresent(day -> {
                        for (LocalTime time : cadence.times()) {
                            cadence.clock()
                                    .at(day.atTime(time))
                                    .flatMap(this::admitted)
                                    .ifPresent(due::add);
                        }
                    }));
            return due.stream()
                    .filter(instant -> instant.isAfter(after) && !instant.isAfter(until))
                    .toList();
        }

        private Optional<LocalDate> moved(LocalDate date) {
            if (!cadence.daysOff().contains(date)) {
                return Optional.of(date);
            }
            List<LocalDate> candidates = new ArrayList<>();
            for (int days = 1; days <= FARTHEST_DAYS; days++) {
                candidates.add(
                        cadence.daysOff().policy() == DaysOff.Policy.BEFORE
                                ? date.minusDays(days)
                                : date.plusDays(days));
            }
            return cadence.daysOff().policy() == DaysOff.Policy.SKIP
                    ? Optional.empty()
                    : candidates.stream()
                            .filter(day -> !cadence.daysOff().contains(day))
                            .filter(day -> cadence.hours().equals(Hours.ALWAYS)
                                    ? day.getDayOfWeek().getValue() <= 5
                                    : !cadence.hours().on(day.getDayOfWeek()).isEmpty())
                            .findFirst();
        }

        private Optional<Instant> admitted(Instant instant) {
            if (cadence.hours().equals(Hours.ALWAYS)) {
                return Optional.of(instant.plus(cadence.offset()));
            }
            if (range(instant).isEmpty() && cadence.hours().outside() == Outside.SKIP) {
                return Optional.empty();
            }
            Instant waiting = instant;
            LocalDate last = LocalDate.ofInstant(instant, cadence.zone()).plusDays(FARTHEST_DAYS);
            while (range(waiting).isEmpty()) {
                waiting = waiting.plusSeconds(60);
                if (LocalDate.ofInstant(waiting, cadence.zone()).isAfter(last)) {
                    return Optional.empty();
                }
            }
            return Optional.of(spread(waiting));
        }

        private Instant spread(Instant instant) {
            Instant latest = instant;
            Instant goal = instant.plus(cadence.offset());
            while (latest.isBefore(goal) && range(latest.plusSeconds(60)).equals(range(instant))) {
                latest = latest.plusSeconds(60);
            }
            return latest.isBefore(goal) ? latest.plusSeconds(59) : latest;
        }

        /** The day and the range of it that an instant lies in. */
        private Optional<List<Object>> range(Instant instant) {
            LocalDateTime wall = LocalDateTime.ofInstant(instant, cadence.zone());
            return cadence.daysOff().contains(wall.toLocalDate())
                    ? Optional.empty()
                    : cadence.hours().on(wall.getDayOfWeek()).stream()
                            .filter(range -> range.contains(wall.toLocalTime()))
                            .findFirst()
                            .map(range -> List.of(wall.toLocalDate(), range));
        }
    }
}
