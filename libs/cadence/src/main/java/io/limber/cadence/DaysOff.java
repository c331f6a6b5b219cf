package io.limber.cadence;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Days on which nobody is to be reminded, and what becomes of an occurrence on one of them. {@link #NONE} means that
 * every day is like any other.
 *
 * @param publicHolidays of which place; null for none
 * @param own further days, at most {@value #MOST_OWN}
 */
public record DaysOff(@Nullable HolidayRegion publicHolidays, NavigableSet<LocalDate> own, Policy policy) {
    public static final int MOST_OWN = 400;
    public static final DaysOff NONE = new DaysOff(null, Collections.emptyNavigableSet(), Policy.SKIP);

    /** What becomes of an occurrence on a day off. */
    public enum Policy {
        /** It is left out. */
        SKIP,
        /** It moves to the nearest working day before. */
        BEFORE,
        /** It moves to the nearest working day after. */
        AFTER
    }

    public DaysOff {
        if (own.size() > MOST_OWN) {
            throw new IllegalArgumentException("at most " + MOST_OWN + " own days off");
        }
        Collection<LocalDate> given = own;
        own = Collections.unmodifiableNavigableSet(new TreeSet<>(given));
    }

    boolean areNone() {
        return publicHolidays == null && own.isEmpty();
    }

    boolean contains(LocalDate date) {
        return own.contains(date) || (publicHolidays != null && publicHolidays.hasHolidayOn(date));
    }

    /** For example {@code SKIP:de-by:20261224,20261231}; place and days may be empty. */
    String canonical() {
        return policy
                + ":"
                + Optional.ofNullable(publicHolidays)
                        .map(HolidayRegion::canonical)
                        .orElse("")
                + ":"
                + own.stream().map(BasicDate::write).collect(Collectors.joining(","));
    }

    static DaysOff parse(String canonical) {
        String[] parts = CanonicalText.parts(canonical, ":", 3);
        NavigableSet<LocalDate> own = parts[2].isEmpty()
                ? Collections.emptyNavigableSet()
                : Arrays.stream(parts[2].split(","))
                        .map(BasicDate::read)
                        .collect(Collectors.toCollection(TreeSet::new));
        return new DaysOff(parts[1].isEmpty() ? null : HolidayRegion.parse(parts[1]), own, Policy.valueOf(parts[0]));
    }
}
