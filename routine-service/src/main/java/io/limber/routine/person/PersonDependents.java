package io.limber.routine.person;

import io.limber.kit.tenancy.TenantId;

/** What hangs on a person. Called in the transaction of the change, after the person's row is locked. */
public interface PersonDependents {
    /** The person's zone or exclusions may have changed. */
    void personChanged(TenantId tenant, Person person);

    /** The person is about to be removed. */
    void personLeaves(TenantId tenant, PersonId person);
}
