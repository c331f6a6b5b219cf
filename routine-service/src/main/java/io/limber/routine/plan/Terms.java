package io.limber.routine.plan;

import io.limber.cadence.Cadence;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import io.limber.routine.RoutineProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** All that decides when a plan is due: at which wall times, read in which zone, from which day to which. */
record Terms(Schedule schedule, ZoneId zone, Period period) {
    /** The next {@code count} due instants after {@code now}, as they will fire. */
    List<Instant> due(Instant now, int count) {
        Cadence cadence = schedule.cadence(zone);
        return cadence.preview(now, count, period.window(zone));
    }

    /**
     * @throws ProblemException 422 when nothing is due from now to the last day
     */
    void requireDue(Instant now) {
        if (!due(now, 1).isEmpty()) {
            return;
        }
        LocalDate until = period.until();
        boolean over = until != null && !now.isBefore(period.window(zone).until());
        String message = over
                ? "The last day, " + until + ", is already over in " + zone + "."
                : "None of the days and times lies between now, or " + period.from() + ", and "
                        + (until == null ? "the end of time" : until) + ".";
        throw new ProblemException(
                RoutineProblem.SCHEDULE_NEVER_FIRES,
                message,
                List.of(new FieldError(over ? "/activeUntil" : "/schedule", message)));
    }
}
