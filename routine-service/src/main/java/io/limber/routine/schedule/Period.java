package io.limber.routine.schedule;

import io.limber.kit.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** First and last local day of a plan, both included; the last one may be open. */
public record Period(LocalDate from, @Nullable LocalDate until) {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    /**
     * @throws ProblemException 400 when the days are out of order or absurd
     */
    public static Period of(LocalDate from, @Nullable LocalDate until) {
        requireSane("/activeFrom", from);
        if (until != null) {
            requireSane("/activeUntil", until);
            if (until.isBefore(from)) {
                throw ProblemException.field("/activeUntil", "must not be before activeFrom");
            }
        }
        return new Period(from, until);
    }

    boolean isOver(Instant now, ZoneId zone) {
        return until != null && now.atZone(zone).toLocalDate().isAfter(until);
    }

    private static void requireSane(String pointer, LocalDate date) {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw ProblemException.field(pointer, "must be between " + EARLIEST + " and " + LATEST);
        }
    }
}
