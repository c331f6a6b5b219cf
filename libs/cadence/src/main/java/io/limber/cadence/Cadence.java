package io.limber.cadence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Everything that decides when a reminder is due, in canonical form: on which dates, at which wall times, in which zone,
 * what happens in a daylight-saving gap or fold, when the doors are open, which days are off, how far from the crowd,
 * and how late is too late. Whose reminder it is, and from when to when it is active, is not part of it: people with
 * equal cadences share one.
 *
 * <p>Pure: the same arguments give the same instants as long as {@link RulesVersion} stays the same.
 *
 * @param times wall times of a day, 1 to {@value #MOST_TIMES}, whole seconds
 * @param offset how much later than planned, so that not everybody's is due at once; see {@link Spread}
 */
public record Cadence(
        Recurrence recurrence,
        NavigableSet<LocalTime> times,
        WallClock clock,
        Hours hours,
        DaysOff daysOff,
        Duration offset,
        Lateness lateness) {
    /** Every five minutes of a day. */
    public static final int MOST_TIMES = 288;

    public Cadence {
        if (times.isEmpty()) {
            throw new IllegalArgumentException("a cadence needs at least one time of day");
        }
        if (times.size() > MOST_TIMES) {
            throw new IllegalArgumentException("a cadence has at most " + MOST_TIMES + " times of day");
        }
        if (times.stream().anyMatch(time -> time.getNano() != 0)) {
            throw new IllegalArgumentException("times of day are whole seconds");
        }
        if (offset.isNegative() || offset.getNano() != 0 || offset.compareTo(Spread.LONGEST) > 0) {
            throw new IllegalArgumentException("the offset is whole seconds, at most " + Spread.LONGEST);
        }
        // As a collection, so that a comparator of the caller's set does not change the canonical order.
        Collection<LocalTime> given = times;
        times = Collections.unmodifiableNavigableSet(new TreeSet<>(given));
    }

    /** Open at all hours, without days off or offset; a reminder that is too late is dropped. */
    public static Cadence of(
            Recurrence recurrence,
            Collection<LocalTime> times,
            ZoneId zone,
            GapPolicy gap,
            FoldPolicy fold,
            Duration maxLateness) {
        return new Cadence(
                recurrence,
                new TreeSet<>(times),
                new WallClock(zone, gap, fold),
                Hours.ALWAYS,
                DaysOff.NONE,
                Duration.ZERO,
                new Lateness(maxLateness, Lateness.Then.DROP));
    }

    public ZoneId zone() {
        return clock.zone();
    }

    public Duration maxLateness() {
        return lateness.max();
    }

    /**
     * The first due instant strictly after {@code after}; empty when there is none: the recurrence has ended, or so many
     * of its dates in a row are skipped that it counts as never.
     */
    public Optional<Instant> nextAfter(Instant after) {
        return new DueTimes(this).after(after);
    }

    /** The next {@code count} due instants strictly after {@code after}, ascending. */
    public List<Instant> preview(Instant after, int count) {
        return preview(after, count, new ActiveWindow(Instant.MIN, Instant.MAX));
    }

    /** The next {@code count} due instants strictly after {@code after} that lie in {@code window}, ascending. */
    public List<Instant> preview(Instant after, int count, ActiveWindow window) {
        List<Instant> due = new ArrayList<>(count);
        Instant from = after.isBefore(window.from()) ? window.from().minusNanos(1) : after;
        Optional<Instant> next = nextAfter(from);
        while (due.size() < count && next.isPresent() && window.contains(next.get())) {
            due.add(next.get());
            next = nextAfter(next.get());
        }
        return List.copyOf(due);
    }

    /** The day on which an occurrence of {@code date} is due at last, moved and held; empty when it is left out. */
    public Optional<LocalDate> landing(LocalDate date) {
        return new DueTimes(this).landing(date);
    }

    /** The local day to which a due instant belongs. */
    public LocalDate localDateOf(Instant due) {
        return clock.dateOf(due);
    }

    /** Whether what was due is not to be sent any more at {@code now}. */
    public boolean isTooLate(Instant due, Instant now) {
        if (!lateness.isExceeded(due, now)) {
            return false;
        }
        return lateness.then() != Lateness.Then.DELIVER
                || nextAfter(due).filter(next -> !next.isAfter(now)).isPresent();
    }

    /** Equal cadences, and only those, have equal keys. */
    public CadenceKey key() {
        return CadenceKey.of(canonical());
    }

    /** Canonical text, read back by {@link #parse}; its form is described in {@code docs/recurrence.md}. */
    public String canonical() {
        return CanonicalText.write(this);
    }

    /**
     * @throws IllegalArgumentException when the text is not what {@link #canonical()} writes
     * @throws java.time.zone.ZoneRulesException when its zone is not known here
     */
    public static Cadence parse(String canonical) {
        return CanonicalText.read(canonical);
    }
}
