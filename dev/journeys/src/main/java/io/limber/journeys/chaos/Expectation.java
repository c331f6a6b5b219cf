package io.limber.journeys.chaos;

import io.limber.contracts.ScheduleChanged;
import io.limber.contracts.Timing;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What a schedule means, read from the contract and computed day by day with {@code java.time} alone, so that an error in the
 * service's own arithmetic shows. Only for what {@link Schedules} makes: days of the week and start times. Where the clock
 * jumps, {@code java.time} itself does what {@code SHIFT} and {@code FIRST} ask for.
 */
final class Expectation {
    private Expectation() {}

    /** Due times from {@code from} up to, and without, {@code until}. */
    static NavigableSet<Instant> dues(ScheduleChanged schedule, Instant from, Instant until) {
        NavigableSet<Instant> dues = new TreeSet<>();
        if (schedule.state() != ScheduleChanged.State.ACTIVE) {
            return dues;
        }
        Timing timing = schedule.timing();
        List<DayOfWeek> days = Objects.requireNonNull(timing.daysOfWeek());
        List<LocalTime> times = Objects.requireNonNull(timing.startTimes());
        ZoneId zone = ZoneId.of(timing.zone());
        LocalDate last = LocalDate.ofInstant(until, zone).plusDays(1);
        for (LocalDate date = LocalDate.ofInstant(from, zone).minusDays(1);
                !date.isAfter(last);
                date = date.plusDays(1)) {
            if (isActive(schedule, date) && days.contains(date.getDayOfWeek())) {
                for (LocalTime time : times) {
                    dues.add(date.atTime(time).atZone(zone).toInstant());
                }
            }
        }
        return new TreeSet<>(dues.subSet(from, true, until, false));
    }

    private static boolean isActive(ScheduleChanged schedule, LocalDate date) {
        LocalDate until = schedule.activeUntil();
        return !date.isBefore(schedule.activeFrom()) && (until == null || !date.isAfter(until));
    }
}
