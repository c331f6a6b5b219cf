package io.limber.routine.plan;

import io.limber.cadence.ActiveWindow;
import io.limber.cadence.Cadence;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import io.limber.routine.RoutineProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** First and last local day of a plan, both included; the last one may be open. */
record Period(LocalDate from, @Nullable LocalDate until) {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    /**
     * @throws ProblemException 400 when the days are out of order or absurd
     */
    static Period of(LocalDate from, @Nullable LocalDate until) {
        requireSane("/activeFrom", from);
        if (until != null) {
            requireSane("/activeUntil", until);
            if (until.isBefore(from)) {
                throw ProblemException.field("/activeUntil", "must not be before activeFrom");
            }
        }
        return new Period(from, until);
    }

    ActiveWindow window(ZoneId zone) {
        return ActiveWindow.of(from, Optional.ofNullable(until), zone);
    }

    /**
     * @throws ProblemException 422 when nothing is due from now to the last day
     */
    void requireDue(Cadence cadence, Instant now) {
        ActiveWindow window = window(cadence.zone());
        if (!cadence.preview(now, 1, window).isEmpty()) {
            return;
        }
        boolean over = until != null && !now.isBefore(window.until());
        String message = over
                ? "The last day, " + until + ", is already over in " + cadence.zone() + "."
                : "None of the days and times lies between now, or " + from + ", and "
                        + (until == null ? "the end of time" : until) + ".";
        throw new ProblemException(
                RoutineProblem.SCHEDULE_NEVER_FIRES,
                message,
                List.of(new FieldError(over ? "/activeUntil" : "/schedule", message)));
    }

    private static void requireSane(String pointer, LocalDate date) {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw ProblemException.field(pointer, "must be between " + EARLIEST + " and " + LATEST);
        }
    }
}
