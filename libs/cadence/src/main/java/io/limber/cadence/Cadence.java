package io.limber.cadence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that decides when a reminder is due, in canonical form: on which dates, at which wall times, in which zone,
 * what happens in a daylight-saving gap or fold, and how late is too late. Whose reminder it is, and from when to when it
 * is active, is not part of it: people with equal cadences share one.
 *
 * <p>Pure: the same arguments give the same instants as long as the JDK's zone rules stay the same.
 *
 * @param times wall times of a day, at least one, whole seconds
 * @param maxLateness after this the due time is missed instead of sent; whole seconds, positive
 */
public record Cadence(
        Recurrence recurrence,
        NavigableSet<LocalTime> times,
        ZoneId zone,
        GapPolicy gap,
        FoldPolicy fold,
        Duration maxLateness) {
    private static final String VERSION = "v1";

    public Cadence {
        if (times.isEmpty()) {
            throw new IllegalArgumentException("a cadence needs at least one time of day");
        }
        if (times.stream().anyMatch(time -> time.getNano() != 0)) {
            throw new IllegalArgumentException("times of day are whole seconds");
        }
        if (maxLateness.isNegative() || maxLateness.isZero()) {
            throw new IllegalArgumentException("the greatest lateness must be positive");
        }
        if (maxLateness.getNano() != 0) {
            throw new IllegalArgumentException("the greatest lateness is in whole seconds");
        }
        // As a collection, so that a comparator of the caller's set does not change the canonical order.
        Collection<LocalTime> given = times;
        times = Collections.unmodifiableNavigableSet(new TreeSet<>(given));
    }

    public static Cadence of(
            Recurrence recurrence,
            Collection<LocalTime> times,
            ZoneId zone,
            GapPolicy gap,
            FoldPolicy fold,
            Duration maxLateness) {
        return new Cadence(recurrence, new TreeSet<>(times), zone, gap, fold, maxLateness);
    }

    /**
     * The first due instant strictly after {@code after}; empty when there is none within the search bound, which a
     * weekly recurrence never meets except when every one of its times falls into skipped gaps.
     */
    public Optional<Instant> nextAfter(Instant after) {
        LocalDate start = after.atZone(zone).toLocalDate().minusDays(2);
        LocalDate end = start.plusDays(4L + 2L * recurrence.longestPauseDays());
        Optional<Instant> best = Optional.empty();
        Optional<LocalDate> found = Optional.empty();
        for (LocalDate date = start; !date.isAfter(end); date = date.plusDays(1)) {
            // A time shifted over midnight can come after the first time of the next day, so one day more is looked at.
            if (found.isPresent() && date.isAfter(found.get().plusDays(1))) {
                break;
            }
            if (!recurrence.occursOn(date)) {
                continue;
            }
            Optional<Instant> candidate = firstOn(date, after);
            if (candidate.isPresent()) {
                found = found.isPresent() ? found : Optional.of(date);
                if (best.isEmpty() || candidate.get().isBefore(best.get())) {
                    best = candidate;
                }
            }
        }
        return best;
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

    /** Equal cadences, and only those, have equal keys. */
    public CadenceKey key() {
        return CadenceKey.of(canonical());
    }

    /** Canonical text, read back by {@link #parse}. */
    public String canonical() {
        String at = times.stream()
                .map(time -> Integer.toString(time.toSecondOfDay()))
                .collect(Collectors.joining(","));
        return String.join(
                ";",
                VERSION,
                recurrence.canonical(),
                at,
                zone.getId(),
                gap.name(),
                fold.name(),
                Long.toString(maxLateness.toSeconds()));
    }

    /**
     * @throws IllegalArgumentException when the text is not what {@link #canonical()} writes
     * @throws java.time.zone.ZoneRulesException when its zone is not known here
     */
    public static Cadence parse(String canonical) {
        String[] parts = canonical.split(";", -1);
        if (parts.length != 7 || !parts[0].equals(VERSION)) {
            throw new IllegalArgumentException("not a cadence: " + canonical);
        }
        Cadence cadence = of(
                Recurrence.parse(parts[1]),
                Arrays.stream(parts[2].split(",")).map(Cadence::time).toList(),
                ZoneId.of(parts[3]),
                GapPolicy.valueOf(parts[4]),
                FoldPolicy.valueOf(parts[5]),
                Duration.ofSeconds(Long.parseLong(parts[6])));
        if (!cadence.canonical().equals(canonical)) {
            throw new IllegalArgumentException("not the canonical form of a cadence: " + canonical);
        }
        return cadence;
    }

    private static LocalTime time(String secondOfDay) {
        int second = Integer.parseInt(secondOfDay);
        if (second < 0 || second >= Duration.ofDays(1).toSeconds()) {
            throw new IllegalArgumentException("not a second of a day: " + secondOfDay);
        }
        return LocalTime.ofSecondOfDay(second);
    }

    private Optional<Instant> firstOn(LocalDate date, Instant after) {
        Optional<Instant> first = Optional.empty();
        for (LocalTime time : times) {
            Optional<Instant> instant = resolve(date.atTime(time));
            if (instant.isPresent()
                    && instant.get().isAfter(after)
                    && (first.isEmpty() || instant.get().isBefore(first.get()))) {
                first = instant;
            }
        }
        return first;
    }

    private Optional<Instant> resolve(LocalDateTime wall) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(wall);
        return switch (offsets.size()) {
            case 1 -> Optional.of(wall.toInstant(offsets.get(0)));
            case 0 -> gap == GapPolicy.SKIP ? Optional.empty() : Optional.of(shifted(wall, rules.getTransition(wall)));
            default -> Optional.of(wall.toInstant(offsets.get(fold == FoldPolicy.FIRST ? 0 : 1)));
        };
    }

    private static Instant shifted(LocalDateTime wall, ZoneOffsetTransition jump) {
        return wall.toInstant(jump.getOffsetBefore());
    }
}
