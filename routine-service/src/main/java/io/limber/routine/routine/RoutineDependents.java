package io.limber.routine.routine;

import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;

/** What hangs on a routine. Called in the transaction of the change, after the routine's row is locked. */
public interface RoutineDependents {
    /**
     * The routine has a new content.
     *
     * @throws ProblemException 409 when it does not suit somebody who does it
     */
    void routineChanged(TenantId tenant, Routine routine);

    /**
     * The routine is about to be removed.
     *
     * @throws ProblemException 409 when it is in use
     */
    void routineGoes(TenantId tenant, RoutineId routine);
}
