package io.limber.cadence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a rule with its start, exceptions and additions means: a recurrence that others may share, and the last date,
 * which is this one's alone.
 *
 * @param last last date on which it occurs, or a later one; null without end
 */
public record RecurringDates(
        Recurrence recurrence, @Nullable LocalDate last) {
    /** Of exceptions, and of additions. */
    public static final int MOST_DATES = 366;

    private static final int MOST_COUNT = 5_000;

    /**
     * @param rule the value of an RRULE
     * @param start what DTSTART is in RFC 5545; it occurs only if the rule says so
     * @param except EXDATE; also takes away an extra date
     * @param extra RDATE, none before the start
     * @throws UnusableRule with a sentence that says what to change
     */
    public static RecurringDates of(
            String rule, LocalDate start, Collection<LocalDate> except, Collection<LocalDate> extra)
            throws UnusableRule {
        RuleText text = RuleText.read(rule, start);
        try {
            return of(NormalForm.of(text.pattern()), text, start, new Dates(except, extra));
        } catch (NeverOccurs e) {
            throw new UnusableRule("it never occurs: " + e.getMessage(), true);
        }
    }

    private static RecurringDates of(Pattern pattern, RuleText text, LocalDate start, Dates dates)
            throws UnusableRule, NeverOccurs {
        LocalDate end = text.until() != null ? text.until() : lastOf(text.count(), pattern, start);
        NavigableSet<LocalDate> extra = new TreeSet<>(dates.extra());
        extra.removeAll(dates.except());
        extra.removeIf(
                date -> (end == null || !date.isAfter(end)) && occurs(pattern).test(date));
        boolean endsInRule = end != null && !extra.isEmpty() && extra.last().isAfter(end);
        NavigableSet<LocalDate> except = dates.except().stream()
                .filter(date -> !date.isBefore(start) && (end == null || !date.isAfter(end)))
                .filter(occurs(pattern))
                .collect(Collectors.toCollection(TreeSet::new));
        Rule full = new Rule(pattern, endsInRule ? end : null, except, extra);
        LocalDate last = endsInRule ? extra.last() : end;
        Optional<LocalDate> first = full.next(start);
        if (first.isEmpty() || (last != null && first.get().isAfter(last))) {
            throw new NeverOccurs("no date is left from " + start
                    + (last == null ? " on, within " + Pattern.HORIZON_YEARS + " years" : " to " + last));
        }
        return new RecurringDates(full.simplest(), last);
    }

    private static Predicate<LocalDate> occurs(Pattern pattern) {
        return date -> pattern.next(date).filter(date::equals).isPresent();
    }

    private static @Nullable LocalDate lastOf(int count, Pattern pattern, LocalDate start) throws UnusableRule {
        if (count > MOST_COUNT) {
            throw new UnusableRule("COUNT is at most " + MOST_COUNT + ": say UNTIL for a longer time", false);
        }
        LocalDate last = null;
        LocalDate from = start;
        for (int number = 0; number < count; number++) {
            Optional<LocalDate> next = pattern.next(from);
            if (next.isEmpty()) {
                return null;
            }
            last = next.get();
            from = last.plusDays(1);
        }
        return last;
    }

    /** Exceptions and additions. */
    private record Dates(NavigableSet<LocalDate> except, NavigableSet<LocalDate> extra) {
        Dates(Collection<LocalDate> except, Collection<LocalDate> extra) {
            this(
                    Collections.unmodifiableNavigableSet(new TreeSet<>(except)),
                    Collections.unmodifiableNavigableSet(new TreeSet<>(extra)));
        }
    }
}
