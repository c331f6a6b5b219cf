package io.limber.cadence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Brings patterns that mean the same to the same form: the shortest interval, the fewest parts, positions as numbered
 * weekdays, week starts only where they matter. What it knows is listed in {@code docs/recurrence.md}.
 */
final class NormalForm {
    private static final NavigableSet<Integer> ALL_MONTHS =
            IntStream.rangeClosed(1, 12).boxed().collect(Collectors.toCollection(TreeSet::new));
    private static final List<NthDay> ALL_DAYS =
            Arrays.stream(DayOfWeek.values()).map(NthDay::each).toList();

    private NormalForm() {}

    /**
     * @throws NeverOccurs when it is plain that the pattern has no date
     */
    static Pattern of(Pattern pattern) throws NeverOccurs {
        Pattern normal = withoutRepeatedDays(pattern);
        normal = withoutPositions(normal);
        normal = withReachableMonths(normal);
        normal = withPossibleMonthDays(normal);
        normal = weeksForDays(normal);
        normal = eachMonth(normal);
        normal = withoutWhatDoesNotRestrict(normal);
        return withWeekStart(normal);
    }

    /** A weekday that is there without a number needs none with it. */
    private static Pattern withoutRepeatedDays(Pattern pattern) {
        return pattern.withDays(pattern.days().stream()
                .filter(day -> !day.isNumbered() || !pattern.days().contains(NthDay.each(day.day())))
                .toList());
    }

    private static Pattern withoutPositions(Pattern pattern) throws NeverOccurs {
        if (pattern.positions().isEmpty()) {
            return pattern;
        }
        return switch (pattern.rhythm().frequency()) {
            case DAILY -> {
                if (!pattern.positions().contains(1) && !pattern.positions().contains(-1)) {
                    throw new NeverOccurs("BYSETPOS picks none of a day's only date; use 1 or leave it out");
                }
                yield pattern.withPositions(List.of());
            }
            case WEEKLY -> pattern.months().isEmpty() ? pickedDays(pattern) : pattern;
            case MONTHLY -> numberedDays(pattern);
            case YEARLY -> pattern.months().isEmpty() ? numberedDays(pattern) : pattern;
        };
    }

    /** The picked days of a whole week are the same in each week. */
    private static Pattern pickedDays(Pattern pattern) throws NeverOccurs {
        List<NthDay> week = IntStream.range(0, 7)
                .mapToObj(ahead -> NthDay.each(pattern.rhythm().weekStart().plus(ahead)))
                .filter(pattern.days()::contains)
                .toList();
        Collection<NthDay> picked = new ArrayList<>();
        for (int position : pattern.positions()) {
            int index = position > 0 ? position - 1 : week.size() + position;
            if (index >= 0 && index < week.size()) {
                picked.add(week.get(index));
            }
        }
        if (picked.isEmpty()) {
            throw new NeverOccurs("BYSETPOS picks none of the week's " + week.size() + " days");
        }
        return pattern.withDays(picked).withPositions(List.of());
    }

    /** The second of all Mondays is the second Monday. */
    private static Pattern numberedDays(Pattern pattern) throws NeverOccurs {
        boolean oneWeekday = pattern.days().size() == 1 && !pattern.hasNumberedDays();
        if (!oneWeekday || !pattern.monthDays().isEmpty()) {
            return pattern;
        }
        DayOfWeek day = pattern.days().first().day();
        int most = pattern.rhythm().frequency() == Frequency.MONTHLY ? 5 : 53;
        List<NthDay> numbered = pattern.positions().stream()
                .filter(position -> Math.abs(position) <= most)
                .map(position -> new NthDay(position, day))
                .toList();
        if (numbered.isEmpty()) {
            throw new NeverOccurs("BYSETPOS is beyond the last " + NthDay.code(day) + " of any period");
        }
        return pattern.withDays(numbered).withPositions(List.of());
    }

    /** Every 4th month is 3 months of each year; every 24th is one month of every second year. */
    private static Pattern withReachableMonths(Pattern pattern) throws NeverOccurs {
        Rhythm rhythm = pattern.rhythm();
        if (rhythm.frequency() != Frequency.MONTHLY || rhythm.interval() == 1) {
            return pattern;
        }
        Set<Integer> reachable = new TreeSet<>();
        for (int period = 0; period < 12; period++) {
            reachable.add(Math.floorMod(rhythm.phase() + period * rhythm.interval(), 12) + 1);
        }
        Set<Integer> months = new TreeSet<>(reachable);
        months.retainAll(pattern.months().isEmpty() ? ALL_MONTHS : pattern.months());
        if (months.isEmpty()) {
            throw new NeverOccurs("the interval never meets a month of BYMONTH");
        }
        if (12 % rhythm.interval() == 0) {
            return pattern.with(Rhythm.each(Frequency.MONTHLY)).withMonths(months);
        }
        if (rhythm.interval() % 12 == 0) {
            Rhythm years = new Rhythm(Frequency.YEARLY, rhythm.interval() / 12, rhythm.phase() / 12, DayOfWeek.MONDAY);
            return pattern.with(years).withMonths(months);
        }
        return pattern.withMonths(months.equals(reachable) ? Set.of() : months);
    }

    private static Pattern withPossibleMonthDays(Pattern pattern) throws NeverOccurs {
        if (pattern.monthDays().isEmpty()) {
            return pattern;
        }
        Collection<Integer> months = pattern.months().isEmpty() ? ALL_MONTHS : pattern.months();
        int longest = months.stream()
                .mapToInt(month -> Month.of(month).maxLength())
                .max()
                .orElseThrow();
        int shortest = months.stream()
                .mapToInt(month -> Month.of(month).minLength())
                .min()
                .orElseThrow();
        Set<Integer> days = pattern.monthDays().stream()
                .filter(day -> Math.abs(day) <= longest)
                .map(day -> day < 0 && shortest == longest ? longest + 1 + day : day)
                .collect(Collectors.toSet());
        if (days.isEmpty()) {
            throw new NeverOccurs("none of its months has such a day of the month");
        }
        boolean all = IntStream.rangeClosed(1, longest).allMatch(days::contains);
        return pattern.withMonthDays(all ? Set.of() : days);
    }

    private static Pattern weeksForDays(Pattern pattern) throws NeverOccurs {
        Rhythm rhythm = pattern.rhythm();
        boolean wholeWeeks = rhythm.frequency() == Frequency.DAILY && rhythm.interval() % 7 == 0;
        if (!wholeWeeks || !pattern.monthDays().isEmpty()) {
            return pattern;
        }
        LocalDate day = LocalDate.ofEpochDay(rhythm.phase());
        NthDay weekday = NthDay.each(day.getDayOfWeek());
        if (!pattern.days().isEmpty() && !pattern.days().contains(weekday)) {
            throw new NeverOccurs("the interval always meets a " + weekday + ", which BYDAY does not name");
        }
        return pattern.with(Rhythm.at(Frequency.WEEKLY, rhythm.interval() / 7, day, DayOfWeek.MONDAY))
                .withDays(List.of(weekday));
    }

    /** Without intervals, positions and weekdays numbered in the year it is all the same how long a period is. */
    private static Pattern eachMonth(Pattern pattern) {
        Rhythm rhythm = pattern.rhythm();
        boolean yearly = rhythm.frequency() == Frequency.YEARLY;
        boolean numberedInYear = yearly && pattern.months().isEmpty() && pattern.hasNumberedDays();
        boolean periodMatters =
                !pattern.positions().isEmpty() && !(yearly && pattern.months().size() == 1);
        if (rhythm.interval() > 1 || numberedInYear || periodMatters) {
            return pattern;
        }
        return pattern.with(Rhythm.each(Frequency.MONTHLY));
    }

    private static Pattern withoutWhatDoesNotRestrict(Pattern pattern) {
        Pattern normal = pattern;
        boolean yearly = pattern.rhythm().frequency() == Frequency.YEARLY;
        boolean monthsGiveMeaning =
                yearly && (pattern.hasNumberedDays() || !pattern.monthDays().isEmpty());
        if (pattern.months().equals(ALL_MONTHS) && !monthsGiveMeaning) {
            normal = normal.withMonths(Set.of());
        }
        if (normal.days().containsAll(ALL_DAYS)) {
            normal = normal.withDays(Set.of());
        }
        Frequency frequency = normal.rhythm().frequency();
        boolean onlyDays = normal.months().isEmpty()
                && normal.monthDays().isEmpty()
                && normal.positions().isEmpty()
                && !normal.hasNumberedDays();
        if (frequency == Frequency.MONTHLY && normal.rhythm().interval() == 1 && onlyDays) {
            normal = normal.with(Rhythm.each(Frequency.WEEKLY));
        }
        boolean startWouldDecide = normal.days().isEmpty() && normal.monthDays().isEmpty();
        // A daily rule takes no day from its start; all others would.
        return startWouldDecide && normal.rhythm().frequency() != Frequency.DAILY ? normal.withDays(ALL_DAYS) : normal;
    }

    /** The first week start, from Monday on, with which all days of a counting week lie in one week. */
    private static Pattern withWeekStart(Pattern pattern) {
        Rhythm rhythm = pattern.rhythm();
        if (rhythm.frequency() != Frequency.WEEKLY) {
            return pattern.with(new Rhythm(rhythm.frequency(), rhythm.interval(), rhythm.phase(), DayOfWeek.MONDAY));
        }
        if (!pattern.positions().isEmpty()) {
            return pattern;
        }
        LocalDate start = rhythm.startOfPeriod(LocalDate.EPOCH);
        List<LocalDate> dates = IntStream.range(0, 7)
                .mapToObj(start::plusDays)
                .filter(date -> pattern.days().contains(NthDay.each(date.getDayOfWeek())))
                .toList();
        for (DayOfWeek weekStart : DayOfWeek.values()) {
            Rhythm other = Rhythm.at(Frequency.WEEKLY, rhythm.interval(), dates.get(0), weekStart);
            if (dates.stream().allMatch(date -> other.number(date) == other.number(dates.get(0)))) {
                return pattern.with(other);
            }
        }
        return pattern;
    }
}
