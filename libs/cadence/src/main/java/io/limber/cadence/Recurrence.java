package io.limber.cadence;

import java.time.LocalDate;

/** On which local dates. Pure dates: times of day and zone belong to the {@link Cadence}. */
public sealed interface Recurrence permits Weekly {
    /** Whether it occurs on this date. */
    boolean occursOn(LocalDate date);

    /** Most days that can pass between two occurrences; bounds the search for the next one. */
    int longestPauseDays();

    /** Canonical text; equal recurrences have equal text. Read back by {@link #parse}. */
    String canonical();

    /**
     * @throws IllegalArgumentException when the text is not of {@link #canonical()}'s form
     */
    static Recurrence parse(String canonical) {
        if (canonical.startsWith(Weekly.PREFIX)) {
            return Weekly.parse(canonical);
        }
        throw new IllegalArgumentException("unknown recurrence: " + canonical);
    }
}
