package io.limber.cadence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The parts of an RFC 5545 rule that decide on which dates it occurs, without beginning or end. Nothing is left to be
 * derived from a start date. An empty set does not restrict.
 */
record Pattern(
        Rhythm rhythm,
        NavigableSet<Integer> months,
        NavigableSet<Integer> monthDays,
        NavigableSet<NthDay> days,
        NavigableSet<Integer> positions) {
    /** A pattern that does not occur for so long counts as one that never does. */
    static final int HORIZON_YEARS = 100;

    private static final int LAST_YEAR = 9999;

    Pattern {
        months = sorted(months);
        monthDays = sorted(monthDays);
        days = sorted(days);
        positions = sorted(positions);
    }

    Pattern with(Rhythm changed) {
        return new Pattern(changed, months, monthDays, days, positions);
    }

    Pattern withMonths(Collection<Integer> changed) {
        return new Pattern(rhythm, new TreeSet<>(changed), monthDays, days, positions);
    }

    Pattern withMonthDays(Collection<Integer> changed) {
        return new Pattern(rhythm, months, new TreeSet<>(changed), days, positions);
    }

    Pattern withDays(Collection<NthDay> changed) {
        return new Pattern(rhythm, months, monthDays, new TreeSet<>(changed), positions);
    }

    Pattern withPositions(Collection<Integer> changed) {
        return new Pattern(rhythm, months, monthDays, days, new TreeSet<>(changed));
    }

    boolean hasNumberedDays() {
        return days.stream().anyMatch(NthDay::isNumbered);
    }

    /**
     * The first date, {@code from} or later, within {@value #HORIZON_YEARS} years.
     *
     * <p>The iteration starts at the counting period of {@code from}, wherever the rule once began, so it is short. The
     * library gives up after a number of periods without an occurrence; then it is started again behind those that it has
     * certainly seen.
     */
    Optional<LocalDate> next(LocalDate from) {
        LocalDate horizon = from.plusYears(HORIZON_YEARS);
        LocalDate start = rhythm.startOfPeriod(from);
        RecurrenceRule rule = expandable();
        while (!start.isAfter(horizon) && start.getYear() <= LAST_YEAR) {
            try {
                return first(rule, start, from).filter(date -> !date.isAfter(horizon));
            } catch (IllegalArgumentException | IllegalStateException tooManyEmptyPeriods) {
                start = rhythm.plus(start, periodsSeen());
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> first(RecurrenceRule rule, LocalDate start, LocalDate from) {
        // Months are counted from 0, and a date without time or zone is a floating one.
        RecurrenceRuleIterator dates =
                rule.iterator(new DateTime(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth()));
        // Looked at before it is taken: taking one looks for the one after it, and may give up there.
        while (dates.hasNext()) {
            DateTime next = dates.peekDateTime();
            LocalDate date = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
            if (!date.isBefore(from)) {
                return Optional.of(date);
            }
            dates.nextDateTime();
        }
        return Optional.empty();
    }

    /** lib-recur gives up after 1,000 empty periods or 4,320 candidates, of which a period has at most so many. */
    private int periodsSeen() {
        return switch (rhythm.frequency()) {
            case DAILY -> 1_000;
            case WEEKLY -> 4_320 / 7;
            case MONTHLY -> 4_320 / (2 * 31);
            case YEARLY -> 4_320 / (2 * 31 * 12);
        };
    }

    private RecurrenceRule expandable() {
        StringBuilder rule = new StringBuilder("FREQ=").append(rhythm.frequency());
        if (rhythm.interval() > 1) {
            rule.append(";INTERVAL=").append(rhythm.interval());
        }
        rule.append(";WKST=").append(NthDay.code(rhythm.weekStart()));
        append(rule, ";BYMONTH=", months);
        append(rule, ";BYMONTHDAY=", monthDays);
        append(rule, ";BYDAY=", days);
        append(rule, ";BYSETPOS=", positions);
        try {
            return new RecurrenceRule(rule.toString(), RecurrenceRule.RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalArgumentException("not a rule: " + rule, e);
        }
    }

    static void append(StringBuilder text, String name, Collection<?> values) {
        if (!values.isEmpty()) {
            text.append(name).append(values.stream().map(Object::toString).collect(Collectors.joining(",")));
        }
    }

    private static <T> NavigableSet<T> sorted(Collection<T> values) {
        return Collections.unmodifiableNavigableSet(new TreeSet<>(values));
    }
}
