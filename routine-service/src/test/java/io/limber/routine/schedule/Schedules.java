package io.limber.routine.schedule;

import io.limber.cadence.GapPolicy;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schedules for tests: days of the week at fixed times, all else left out. */
public final class Schedules {
    private Schedules() {}

    public static Schedule on(List<DayOfWeek> days, String... at) {
        return Schedule.of(described(days, null, at));
    }

    static DescribeSchedule described(List<DayOfWeek> days, @Nullable GapPolicy gap, String... at) {
        return new DescribeSchedule(
                days,
                null,
                Arrays.stream(at).map(LocalTime::parse).toList(),
                null,
                gap,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
