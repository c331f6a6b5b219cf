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

/** Builder for tests: every day at ten in UTC unless said otherwise. */
record Cadences(Set<DayOfWeek> days, List<LocalTime> times, ZoneId zone, GapPolicy gap, FoldPolicy fold) {
    static Cadences in(String zone) {
        return new Cadences(
                EnumSet.allOf(DayOfWeek.class),
                List.of(LocalTime.of(10, 0)),
                ZoneId.of(zone),
                GapPolicy.SHIFT,
                FoldPolicy.FIRST);
    }

    Cadences on(DayOfWeek first, DayOfWeek... others) {
        return new Cadences(EnumSet.of(first, others), times, zone, gap, fold);
    }

    Cadences at(String... at) {
        return new Cadences(days, Arrays.stream(at).map(LocalTime::parse).toList(), zone, gap, fold);
    }

    Cadences with(GapPolicy policy) {
        return new Cadences(days, times, zone, policy, fold);
    }

    Cadences with(FoldPolicy policy) {
        return new Cadences(days, times, zone, gap, policy);
    }

    Cadence cadence() {
        return Cadence.of(Weekly.on(days), times, zone, gap, fold, Duration.ofMinutes(30));
    }

    /** The next instants as wall times with offset, which shows which side of a transition they are on. */
    List<String> preview(String after, int count) {
        return cadence().preview(Instant.parse(after), count).stream()
                .map(instant -> OffsetDateTime.ofInstant(instant, zone).toString())
                .toList();
    }
}
