package io.limber.cadence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every week on the given days; at least one. */
public record Weekly(Set<DayOfWeek> days) implements Recurrence {
    static final String PREFIX = "WEEKLY:";

    public Weekly {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a weekly recurrence needs at least one day");
        }
        days = Set.copyOf(days);
    }

    public static Weekly on(Collection<DayOfWeek> days) {
        return new Weekly(Set.copyOf(days));
    }

    @Override
    public Optional<LocalDate> next(LocalDate from) {
        int today = from.getDayOfWeek().getValue() - 1;
        // The week twice in a row, so that its end needs no case of its own.
        int ahead = (bits() | bits() << 7) >>> today;
        return Optional.of(from.plusDays(Integer.numberOfTrailingZeros(ahead)));
    }

    @Override
    public boolean occursOn(LocalDate date) {
        return days.contains(date.getDayOfWeek());
    }

    @Override
    public String canonical() {
        return EnumSet.copyOf(days).stream()
                .map(day -> Integer.toString(day.getValue()))
                .collect(Collectors.joining("", PREFIX, ""));
    }

    static Weekly parse(String canonical) {
        return new Weekly(Arrays.stream(canonical.substring(PREFIX.length()).split(""))
                .map(Weekly::day)
                .collect(Collectors.toSet()));
    }

    static DayOfWeek day(String digit) {
        int number = Integer.parseInt(digit);
        if (number < 1 || number > 7) {
            throw new IllegalArgumentException("not a day of the week: " + digit);
        }
        return DayOfWeek.of(number);
    }

    private int bits() {
        int bits = 0;
        for (DayOfWeek day : days) {
            bits |= 1 << (day.getValue() - 1);
        }
        return bits;
    }
}
