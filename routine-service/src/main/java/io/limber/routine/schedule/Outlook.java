package io.limber.routine.schedule;

import io.limber.cadence.ActiveWindow;
import io.limber.cadence.Cadence;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import io.limber.routine.RoutineProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Terms, and the due times that come of them. */
public record Outlook(Terms terms, Cadence cadence, ActiveWindow active) {
    /** The next {@code count} due instants after {@code now}, as they will fire. */
    public Preview preview(Instant now, int count) {
        return Preview.of(due(now, count), terms.zone());
    }

    List<Instant> due(Instant now, int count) {
        return cadence.preview(now, count, active);
    }

    /**
     * @throws ProblemException 422 when nothing is due from now to the last day
     */
    public void requireDue(Instant now) {
        if (!due(now, 1).isEmpty()) {
            return;
        }
        LocalDate until = terms.period().until();
        boolean over = terms.period().isOver(now, terms.zone());
        String message = over
                ? "The last day, " + until + ", is already over in " + terms.zone() + "."
                : "None of the days and times lies between now, or "
                        + terms.period().from() + ", and " + (until == null ? "the end of time" : until) + ".";
        throw new ProblemException(
                RoutineProblem.SCHEDULE_NEVER_FIRES,
                message,
                List.of(new FieldError(over ? "/activeUntil" : "/schedule", message)));
    }
}
