package io.limber.routine.schedule;

import io.limber.cadence.timing.InvalidTiming;
import io.limber.cadence.timing.TimingCadence;
import io.limber.contracts.Timing;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import io.limber.routine.RoutineProblem;
import io.limber.routine.calendar.DaysOff;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** All that decides when a plan is due: at which wall times, read in which zone, from which day to which. */
public record Terms(Schedule schedule, ZoneId zone, Period period) {
    /** As events say it. */
    public Timing timing(DaysOff ofCalendar) {
        return schedule.timing(zone, ofCalendar);
    }

    /**
     * When it is due, computed exactly as it will fire.
     *
     * @param planId decides where in the spread the plan lies
     * @throws ProblemException 422 saying what to change when no due times can come of it
     */
    public Outlook outlook(String planId, DaysOff ofCalendar) {
        try {
            TimingCadence.Planned planned = planned(planId, ofCalendar);
            return new Outlook(this, planned.cadence(), planned.active());
        } catch (InvalidTiming e) {
            String message = Objects.requireNonNull(e.getMessage());
            throw new ProblemException(
                    e.neverFires() ? RoutineProblem.SCHEDULE_NEVER_FIRES : RoutineProblem.SCHEDULE_UNUSABLE,
                    message,
                    List.of(new FieldError("/schedule" + e.pointer(), message)));
        }
    }

    /** Whether anything is due after {@code now}. */
    public boolean isDueAfter(Instant now, String planId, DaysOff ofCalendar) {
        try {
            TimingCadence.Planned planned = planned(planId, ofCalendar);
            return !planned.cadence().preview(now, 1, planned.active()).isEmpty();
        } catch (InvalidTiming e) {
            return false;
        }
    }

    private TimingCadence.Planned planned(String planId, DaysOff ofCalendar) throws InvalidTiming {
        return TimingCadence.of(timing(ofCalendar), planId, period.from(), period.until());
    }
}
