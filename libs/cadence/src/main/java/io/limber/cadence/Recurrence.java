package io.limber.cadence;

import java.time.LocalDate;
import java.util.Optional;

/** On which local dates. Pure dates: times of day and zone belong to the {@link Cadence}. */
public sealed interface Recurrence permits Weekly, Rule {
    /** The first date on which it occurs, {@code from} or later; empty when it never does again. */
    Optional<LocalDate> next(LocalDate from);

    /** Whether it occurs on this date. */
    default boolean occursOn(LocalDate date) {
        return next(date).filter(date::equals).isPresent();
    }

    /** Canonical text; equal recurrences have equal text. Read back by {@link #parse}. */
    String canonical();

    /**
     * @throws IllegalArgumentException when the text is not of {@link #canonical()}'s form
     */
    static Recurrence parse(String canonical) {
        if (canonical.startsWith(Weekly.PREFIX)) {
            return Weekly.parse(canonical);
        }
        if (canonical.startsWith(Rule.PREFIX)) {
            return Rule.parse(canonical);
        }
        throw new IllegalArgumentException("unknown recurrence: " + canonical);
    }
}
