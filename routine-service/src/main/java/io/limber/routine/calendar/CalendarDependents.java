package io.limber.routine.calendar;

import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;

/** What hangs on a calendar. Called in the transaction of the change, after the calendar's row is locked. */
public interface CalendarDependents {
    /**
     * Other days are off.
     *
     * @param before what was off until now
     * @throws ProblemException 409 when something that uses it would not be due any more because of them
     */
    void calendarChanged(TenantId tenant, Calendar calendar, DaysOff before);

    /**
     * It is about to be removed.
     *
     * @throws ProblemException 409 when something uses it
     */
    void calendarGoes(TenantId tenant, CalendarId calendar);
}
