package io.limber.cadence;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Builder for tests: every day at ten in UTC unless said otherwise. */
record Cadences(
        Recurrence recurrence, List<LocalTime> times, WallClock clock, Hours hours, DaysOff daysOff, Duration offset) {
    static Cadences in(String zone) {
        return new Cadences(
                Weekly.on(EnumSet.allOf(DayOfWeek.class)),
                List.of(LocalTime.of(10, 0)),
                new WallClock(ZoneId.of(zone), GapPolicy.SHIFT, FoldPolicy.FIRST),
                Hours.ALWAYS,
                DaysOff.NONE,
                Duration.ZERO);
    }

    Cadences on(DayOfWeek first, DayOfWeek... others) {
        return on(Weekly.on(Set.copyOf(EnumSet.of(first, others))));
    }

    Cadences on(Recurrence changed) {
        return new Cadences(changed, times, clock, hours, daysOff, offset);
    }

    Cadences at(String... at) {
        return new Cadences(
                recurrence, Arrays.stream(at).map(LocalTime::parse).toList(), clock, hours, daysOff, offset);
    }

    Cadences with(GapPolicy policy) {
        return new Cadences(
                recurrence, times, new WallClock(clock.zone(), policy, clock.fold()), hours, daysOff, offset);
    }

    Cadences with(FoldPolicy policy) {
        return new Cadences(
                recurrence, times, new WallClock(clock.zone(), clock.gap(), policy), hours, daysOff, offset);
    }

    Cadences open(Hours changed) {
        return new Cadences(recurrence, times, clock, changed, daysOff, offset);
    }

    Cadences off(DaysOff changed) {
        return new Cadences(recurrence, times, clock, hours, changed, offset);
    }

    Cadences offset(Duration changed) {
        return new Cadences(recurrence, times, clock, hours, daysOff, changed);
    }

    Cadence cadence() {
        return new Cadence(recurrence, new TreeSet<>(times), clock, hours, daysOff, offset, Lateness.DEFAULT);
    }

    /** The next instants as wall times with offset, which shows which side of a transition they are on. */
    List<String> preview(String after, int count) {
        return cadence().preview(Instant.parse(after), count).stream()
                .map(instant -> OffsetDateTime.ofInstant(instant, clock.zone()).toString())
                .toList();
    }
}
