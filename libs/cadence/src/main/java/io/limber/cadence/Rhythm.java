package io.limber.cadence;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Which periods count: every {@code interval}-th day, week, month or year. A start date would say the same as its phase
 * does, but rules with different starts would not be equal.
 *
 * @param phase number of a counting period modulo the interval; days and weeks are counted from 1970, months and years
 *     from the year 0
 * @param weekStart where one week ends and the next begins; Monday where that does not matter
 */
record Rhythm(Frequency frequency, int interval, int phase, DayOfWeek weekStart) {
    /** 1 January 1970 was a Thursday. */
    private static final int EPOCH_DAY_OF_WEEK = 3;

    Rhythm {
        if (interval < 1 || phase < 0 || phase >= interval) {
            throw new IllegalArgumentException("not a phase of an interval: " + phase + " of " + interval);
        }
    }

    static Rhythm at(Frequency frequency, int interval, LocalDate start, DayOfWeek weekStart) {
        Rhythm each = each(frequency, weekStart);
        return new Rhythm(frequency, interval, (int) Math.floorMod(each.number(start), (long) interval), weekStart);
    }

    static Rhythm each(Frequency frequency) {
        return each(frequency, DayOfWeek.MONDAY);
    }

    private static Rhythm each(Frequency frequency, DayOfWeek weekStart) {
        return new Rhythm(frequency, 1, 0, weekStart);
    }

    /** The first day of the last counting period that does not begin after {@code date}. */
    LocalDate startOfPeriod(LocalDate date) {
        long number = number(date);
        return start(number - Math.floorMod(number - phase, (long) interval));
    }

    /** The first day of the counting period {@code periods} counting periods after that of {@code start}. */
    LocalDate plus(LocalDate start, int periods) {
        return start(number(start) + (long) periods * interval);
    }

    long number(LocalDate date) {
        return switch (frequency) {
            case DAILY -> date.toEpochDay();
            case WEEKLY -> Math.floorDiv(date.toEpochDay() + daysFromWeekStartToEpoch(), 7L);
            case MONTHLY -> date.getYear() * 12L + date.getMonthValue() - 1;
            case YEARLY -> date.getYear();
        };
    }

    private LocalDate start(long number) {
        return switch (frequency) {
            case DAILY -> LocalDate.ofEpochDay(number);
            case WEEKLY -> LocalDate.ofEpochDay(number * 7L - daysFromWeekStartToEpoch());
            case MONTHLY -> LocalDate.of((int) Math.floorDiv(number, 12L), (int) Math.floorMod(number, 12L) + 1, 1);
            case YEARLY -> LocalDate.of((int) number, 1, 1);
        };
    }

    private int daysFromWeekStartToEpoch() {
        return Math.floorMod(EPOCH_DAY_OF_WEEK - (weekStart.getValue() - 1), 7);
    }
}
