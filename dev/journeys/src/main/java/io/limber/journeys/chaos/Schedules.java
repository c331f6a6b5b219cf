package io.limber.journeys.chaos;

import io.limber.contracts.ScheduleChanged;
import io.limber.contracts.ScheduleChanged.State;
import io.limber.contracts.ShownRoutine;
import io.limber.contracts.Timing;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The schedules of one round: a few large and many small patterns, each with one to five due times at whole seconds of the
 * window, in zones with whole, half and quarter hours; plans of four tenants on them. Something is due at every second. A few
 * plans have nothing due in the window; a few are made, moved, paused or ended while it passes.
 */
final class Schedules {
    private static final List<String> ZONES = List.of(
            "Etc/UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe");

    private static final int TENANTS = 4;
    private static final int MOST_DUES = 5;
    private static final double CHANGED = 0.05;
    private static final double NOT_DUE = 0.02;

    private final Random random;
    private final String tenants;
    private final Instant first;
    private final int seconds;
    private final List<Pattern> patterns = new ArrayList<>();
    private final List<Draft> initial = new ArrayList<>();
    private final List<Draft> later = new ArrayList<>();

    /**
     * @param tenants with which the names of this round's tenants begin
     * @param first due time, a whole second
     */
    Schedules(Random random, String tenants, Instant first, Duration window, int reminders) {
        this.random = random;
        this.tenants = tenants;
        this.first = first;
        this.seconds = (int) window.toSeconds();
        for (int second = 0; second < seconds; second++) {
            patterns.add(pattern(second));
        }
        double duesEach = (1 + MOST_DUES) / 2.0;
        for (int plan = 0; plan < reminders / duesEach; plan++) {
            add(plan);
        }
    }

    /** Those to be sent before the first due time. */
    List<Draft> initial() {
        return initial;
    }

    /** Those to be sent meanwhile. */
    List<Draft> later() {
        return later;
    }

    /** @param after the first due time */
    record Draft(String tenant, Duration after, ScheduleChanged schedule) {}

    private record Pattern(String zone, TreeSet<LocalTime> times) {}

    private Pattern pattern(int second) {
        String zone = ZONES.get(random.nextInt(ZONES.size()));
        TreeSet<LocalTime> times = new TreeSet<>();
        int dues = 1 + random.nextInt(MOST_DUES);
        times.add(wallTime(second, zone));
        while (times.size() < dues) {
            times.add(wallTime(random.nextInt(seconds), zone));
        }
        return new Pattern(zone, times);
    }

    private LocalTime wallTime(int second, String zone) {
        return LocalTime.from(first.plusSeconds(second).atZone(ZoneId.of(zone)));
    }

    private void add(int number) {
        String tenant = tenants + (char) ('a' + skewed(TENANTS));
        String plan = UUID.nameUUIDFromBytes((tenants + number).getBytes(StandardCharsets.UTF_8))
                .toString();
        Pattern pattern = anyPattern();
        ScheduleChanged schedule = schedule(plan, 1, State.ACTIVE, pattern);
        Duration after = Duration.ofMillis(random.nextInt(seconds * 1_000));
        double lot = random.nextDouble();
        if (lot < CHANGED / 5) {
            later.add(new Draft(tenant, after, schedule));
            return;
        }
        initial.add(new Draft(tenant, Duration.ZERO, lot > 1 - NOT_DUE ? notDue(schedule, pattern) : schedule));
        if (lot < CHANGED) {
            State state = random.nextInt(3) > 0 ? State.ACTIVE : random.nextBoolean() ? State.PAUSED : State.ENDED;
            later.add(new Draft(tenant, after, schedule(plan, 2, state, anyPattern())));
        }
    }

    private Pattern anyPattern() {
        return patterns.get(skewed(patterns.size()));
    }

    /** Small numbers are likelier. */
    private int skewed(int bound) {
        double lot = random.nextDouble();
        return (int) (bound * lot * lot);
    }

    /** Active, but on other days: today is a day too late, too early or not its weekday. */
    private ScheduleChanged notDue(ScheduleChanged schedule, Pattern pattern) {
        LocalDate today = LocalDate.ofInstant(first, ZoneId.of(pattern.zone()));
        return switch (random.nextInt(3)) {
            case 0 -> copy(schedule, schedule.timing(), today.minusDays(20), today.minusDays(2));
            case 1 -> copy(schedule, schedule.timing(), today.plusDays(2), null);
            default -> copy(schedule, timing(otherDays(today), pattern), schedule.activeFrom(), null);
        };
    }

    private ScheduleChanged copy(
            ScheduleChanged schedule, Timing timing, LocalDate activeFrom, @Nullable LocalDate activeUntil) {
        return new ScheduleChanged(
                schedule.planId(),
                schedule.version(),
                schedule.personId(),
                schedule.state(),
                timing,
                activeFrom,
                activeUntil,
                schedule.routine(),
                schedule.changedAt());
    }

    private ScheduleChanged schedule(String plan, long version, State state, Pattern pattern) {
        LocalDate today = LocalDate.ofInstant(first, ZoneId.of(pattern.zone()));
        return new ScheduleChanged(
                plan,
                version,
                "person-" + plan,
                state,
                timing(List.of(DayOfWeek.values()), pattern),
                today.minusDays(random.nextInt(10)),
                random.nextBoolean() ? null : today.plusDays(1),
                new ShownRoutine(
                        "routine-" + plan,
                        "Lower back",
                        "en",
                        120,
                        List.of(new ShownRoutine.Item("cat-cow", "Cat-cow", 120))),
                first);
    }

    private static Timing timing(List<DayOfWeek> days, Pattern pattern) {
        return new Timing(days, List.copyOf(pattern.times()), pattern.zone(), "SHIFT", "FIRST", 3600);
    }

    private static List<DayOfWeek> otherDays(LocalDate today) {
        return List.of(today.getDayOfWeek().plus(3), today.getDayOfWeek().plus(4));
    }
}
