package io.limber.cadence.timing;

import io.limber.contracts.Timing;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builder for tests: Mondays at ten in Berlin unless said otherwise. */
record Sample(
        Timing.@Nullable Recurrence recurrence,
        Timing.@Nullable Every every,
        Timing.@Nullable Hours hours,
        Timing.@Nullable Holidays holidays,
        int spreadMinutes) {
    static Sample plain() {
        return new Sample(null, null, null, null, 0);
    }

    static Sample rule(String rule) {
        return recurrence(new Timing.Recurrence(rule, null, null, null));
    }

    static Sample recurrence(Timing.Recurrence recurrence) {
        return new Sample(recurrence, null, null, null, 0);
    }

    static Sample every(int minutes, String from, String until) {
        return new Sample(
                null, new Timing.Every(minutes, LocalTime.parse(from), LocalTime.parse(until)), null, null, 0);
    }

    static Sample spread(int minutes) {
        return new Sample(null, null, null, null, minutes);
    }

    Sample with(Timing.Hours changed) {
        return new Sample(recurrence, every, changed, holidays, spreadMinutes);
    }

    Sample with(Timing.Holidays changed) {
        return new Sample(recurrence, every, hours, changed, spreadMinutes);
    }

    Timing timing() {
        return new Timing(
                recurrence == null ? List.of(DayOfWeek.MONDAY) : null,
                recurrence,
                every == null ? List.of(LocalTime.of(10, 0)) : null,
                every,
                "Europe/Berlin",
                "SHIFT",
                "FIRST",
                hours,
                holidays,
                spreadMinutes,
                1800,
                null);
    }
}
