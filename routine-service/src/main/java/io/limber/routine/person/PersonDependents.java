package io.limber.routine.person;

import io.limber.kit.tenancy.TenantId;
import java.util.Locale;

/** What hangs on a person. Called in the transaction of the change, after the person's row is locked. */
public interface PersonDependents {
    /**
     * The person's zone, language or exclusions may have changed.
     *
     * @param before the locale until now
     */
    void personChanged(TenantId tenant, Person person, Locale before);

    /** The person is about to be removed. */
    void personLeaves(TenantId tenant, PersonId person);
}
