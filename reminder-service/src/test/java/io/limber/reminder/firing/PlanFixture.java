package io.limber.reminder.firing;

import io.limber.cadence.Cadence;
import io.limber.cadence.FoldPolicy;
import io.limber.cadence.GapPolicy;
import io.limber.cadence.Weekly;
import io.limber.contracts.ScheduleChanged;
import io.limber.contracts.ShownRoutine;
import io.limber.contracts.Timing;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A plan under test; each has a cadence of its own unless it is given another's lateness. Due daily at ten, UTC. */
public record PlanFixture(
        String id,
        String tenant,
        long version,
        ScheduleChanged.State state,
        List<LocalTime> times,
        String zone,
        long lateness,
        LocalDate from,
        Optional<LocalDate> until,
        String routine) {
    public static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    public static final Instant TEN = Instant.parse("2027-03-01T10:00:00Z");

    // Part of the cadence: keeps the cadences of tests apart, which share a database.
    private static final AtomicLong LATENESS = new AtomicLong(100_000 + System.nanoTime() % 400 * 1_000);

    public static long ownLateness() {
        return LATENESS.incrementAndGet();
    }

    public static PlanFixture daily(String tenant, long lateness) {
        return new PlanFixture(
                UUID.randomUUID().toString(),
                tenant,
                1,
                ScheduleChanged.State.ACTIVE,
                List.of(LocalTime.of(10, 0)),
                "UTC",
                lateness,
                DAY.minusDays(30),
                Optional.empty(),
                "first");
    }

    public PlanFixture next(ScheduleChanged.State next) {
        return new PlanFixture(id, tenant, version + 1, next, times, zone, lateness, from, until, routine);
    }

    public PlanFixture changed(long otherLateness, String otherRoutine) {
        return new PlanFixture(
                id,
                tenant,
                version + 1,
                ScheduleChanged.State.ACTIVE,
                times,
                zone,
                otherLateness,
                from,
                until,
                otherRoutine);
    }

    public PlanFixture active(LocalDate first, @Nullable LocalDate last) {
        return new PlanFixture(
                id, tenant, version, state, times, zone, lateness, first, Optional.ofNullable(last), routine);
    }

    public PlanFixture at(String otherZone, LocalTime... otherTimes) {
        return new PlanFixture(
                id, tenant, version, state, List.of(otherTimes), otherZone, lateness, from, until, routine);
    }

    public ScheduleChanged event() {
        return new ScheduleChanged(
                id,
                version,
                "person-" + id,
                state,
                new Timing(List.of(DayOfWeek.values()), times, zone, "SHIFT", "FIRST", lateness),
                from,
                until.orElse(null),
                new ShownRoutine(
                        "routine-1", routine, "en", 70, List.of(new ShownRoutine.Item("cat-cow", "Cat-Cow", 70))),
                Instant.parse("2027-01-01T00:00:00Z"));
    }

    Cadence cadence() {
        return Cadence.of(
                Weekly.on(List.of(DayOfWeek.values())),
                times,
                ZoneId.of(zone),
                GapPolicy.SHIFT,
                FoldPolicy.FIRST,
                Duration.ofSeconds(lateness));
    }
}
