package io.limber.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random cadences in every zone of the JDK, most of them beside a transition, against an oracle that has nothing in
 * common with {@link Cadence}: it walks through the instants minute by minute and asks of each whether a clock on the
 * wall, going on or just changed, shows one of the times. Run one seed again with {@code -Dlimber.seed=N}.
 */
class CadenceOracleTest {
    private static final int CASES = 1_500;
    private static final Duration HORIZON = Duration.ofDays(16);
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final long SPAN_SECONDS = Duration.ofDays(50 * 365).toSeconds();

    private final long seed = Long.getLong("limber.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<ZoneId> zones =
            ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();

    @Test
    @Timeout(120)
    void agreesWithAClockOnTheWall() {
        System.out.println("CadenceOracleTest seed " + seed);
        for (int number = 0; number < CASES; number++) {
            Cadence cadence = cadence();
            Instant after = after(cadence.zone());

            List<Instant> expected = Oracle.due(cadence, after, after.plus(HORIZON));
            List<Instant> actual = cadence.preview(after, expected.size() + 1).stream()
                    .filter(instant -> !instant.isAfter(after.plus(HORIZON)))
                    .toList();

            assertThat(actual)
                    .as("seed %d, case %d: %s after %s", seed, number, cadence.canonical(), after)
                    .isEqualTo(expected);
        }
    }

    @Test
    @Timeout(60)
    void ascendsStrictlyFromWhereverItIsAsked() {
        System.out.println("CadenceOracleTest seed " + seed);
        for (int number = 0; number < CASES; number++) {
            Cadence cadence = cadence();
            Instant after = after(cadence.zone()).plusNanos(random.nextInt(1_000_000_000));

            List<Instant> due = cadence.preview(after, 20);

            assertThat(due)
                    .as("seed %d, case %d: %s after %s", seed, number, cadence.canonical(), after)
                    .hasSize(20)
                    .allMatch(instant -> instant.isAfter(after))
                    .isSorted()
                    .doesNotHaveDuplicates();
            int asked = random.nextInt(19);
            assertThat(cadence.nextAfter(due.get(asked))).contains(due.get(asked + 1));
            assertThat(cadence.nextAfter(due.get(asked + 1).minusNanos(1))).contains(due.get(asked + 1));
            assertThat(Cadence.parse(cadence.canonical())).isEqualTo(cadence);
        }
    }

    private Cadence cadence() {
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        while (random.nextInt(3) > 0) {
            days.add(DayOfWeek.of(1 + random.nextInt(7)));
        }
        // Half of the times lie where clocks are changed, and on the ends of what is skipped or repeated.
        List<LocalTime> times = IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(i -> random.nextBoolean()
                        ? LocalTime.of((23 + random.nextInt(5)) % 24, 15 * random.nextInt(4))
                        : LocalTime.of(random.nextInt(24), random.nextInt(60)))
                .collect(Collectors.toList());
        return Cadence.of(
                Weekly.on(days),
                times,
                zones.get(random.nextInt(zones.size())),
                GapPolicy.values()[random.nextInt(2)],
                FoldPolicy.values()[random.nextInt(2)],
                Duration.ofSeconds(1 + random.nextInt(86_400)));
    }

    private Instant after(ZoneId zone) {
        Instant somewhere = EARLIEST.plusSeconds(random.nextLong(SPAN_SECONDS));
        ZoneOffsetTransition transition = zone.getRules().nextTransition(somewhere);
        if (transition == null || random.nextInt(4) == 0) {
            return somewhere;
        }
        return transition.getInstant().minusSeconds(random.nextInt(3 * 86_400)).plusSeconds(random.nextInt(7_200));
    }

    /** Whole minutes only; offsets of the years in question are whole minutes too. */
    private record Oracle(Cadence cadence, List<ZoneOffsetTransition> transitions) {
        static List<Instant> due(Cadence cadence, Instant after, Instant until) {
            List<ZoneOffsetTransition> near = new ArrayList<>();
            ZoneRules rules = cadence.zone().getRules();
            ZoneOffsetTransition next = rules.nextTransition(after.minus(Duration.ofDays(3)));
            while (next != null && next.getInstant().isBefore(until.plus(Duration.ofDays(3)))) {
                near.add(next);
                next = rules.nextTransition(next.getInstant());
            }
            Oracle oracle = new Oracle(cadence, near);
            List<Instant> due = new ArrayList<>();
            Instant minute = Instant.ofEpochSecond(Math.floorDiv(after.getEpochSecond(), 60L) * 60L + 60L);
            for (; !minute.isAfter(until); minute = minute.plusSeconds(60)) {
                if (oracle.shows(minute, rules.getOffset(minute))) {
                    due.add(minute);
                }
            }
            return due;
        }

        private boolean shows(Instant instant, ZoneOffset offset) {
            boolean changedClock = matches(LocalDateTime.ofInstant(instant, offset));
            for (ZoneOffsetTransition transition : transitions) {
                Instant change = transition.getInstant();
                Duration length = transition.getDuration().abs();
                boolean justBefore = instant.isBefore(change) && !instant.isBefore(change.minus(length));
                boolean justAfter = !instant.isBefore(change) && instant.isBefore(change.plus(length));
                if (transition.isOverlap() && (cadence.clock().fold() == FoldPolicy.FIRST ? justAfter : justBefore)) {
                    changedClock = false;
                }
                // The clock that nobody has changed yet shows the times that the changed one never did.
                if (transition.isGap()
                        && justAfter
                        && cadence.clock().gap() == GapPolicy.SHIFT
                        && matches(LocalDateTime.ofInstant(instant, transition.getOffsetBefore()))) {
                    return true;
                }
            }
            return changedClock;
        }

        private boolean matches(LocalDateTime wall) {
            return cadence.times().contains(wall.toLocalTime())
                    && cadence.recurrence().occursOn(wall.toLocalDate());
        }
    }
}
