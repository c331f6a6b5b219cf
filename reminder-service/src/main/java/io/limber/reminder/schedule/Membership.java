package io.limber.reminder.schedule;

import io.limber.cadence.ActiveWindow;
import io.limber.cadence.Cadence;

/**
 * A plan's place on its cadence.
 *
 * @param routine JSON of contracts' ShownRoutine, as it goes into the event
 */
record Membership(Cadence cadence, String personId, ActiveWindow active, byte[] routine) {
    @Override
    public String toString() {
        return "Membership[" + cadence.key().value() + "]";
    }
}
