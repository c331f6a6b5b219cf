package io.limber.cadence;

import java.time.DayOfWeek;
import java.util.Comparator;

/**
 * A weekday of BYDAY.
 *
 * @param nth of the month or year, from its end when negative; 0 for each
 */
record NthDay(int nth, DayOfWeek day) implements Comparable<NthDay> {
    private static final Comparator<NthDay> ORDER =
            Comparator.comparing(NthDay::day).thenComparingInt(NthDay::nth);

    static NthDay each(DayOfWeek day) {
        return new NthDay(0, day);
    }

    boolean isNumbered() {
        return nth != 0;
    }

    @Override
    public int compareTo(NthDay other) {
        return ORDER.compare(this, other);
    }

    static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    static DayOfWeek weekday(String code) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (code(day).equals(code)) {
                return day;
            }
        }
        throw new IllegalArgumentException("not a weekday: " + code);
    }

    static NthDay parse(String text) {
        int letters = Math.max(0, text.length() - 2);
        int nth = letters == 0 ? 0 : Integer.parseInt(text.substring(0, letters));
        return new NthDay(nth, weekday(text.substring(letters)));
    }

    /** As RFC 5545 writes it: {@code MO}, {@code -1FR}. */
    @Override
    public String toString() {
        return (isNumbered() ? Integer.toString(nth) : "") + code(day);
    }
}
