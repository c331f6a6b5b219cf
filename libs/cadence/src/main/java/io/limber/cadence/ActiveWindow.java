package io.limber.cadence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The instants between the start of the first local day and the end of the last one. An instant belongs to the day on
 * which it falls: a time that a gap shifts over midnight belongs to the later day.
 *
 * @param from included
 * @param until excluded; {@link Instant#MAX} without end
 */
public record ActiveWindow(Instant from, Instant until) {
    /** Both dates included, read in {@code zone}. */
    public static ActiveWindow of(LocalDate first, Optional<LocalDate> last, ZoneId zone) {
        return new ActiveWindow(
                first.atStartOfDay(zone).toInstant(),
                last.map(date -> date.plusDays(1).atStartOfDay(zone).toInstant())
                        .orElse(Instant.MAX));
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
