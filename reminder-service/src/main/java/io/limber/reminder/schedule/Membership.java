package io.limber.reminder.schedule;

import io.limber.cadence.ActiveWindow;

/**
 * A plan's place on its cadence.
 *
 * @param routine JSON of contracts' ShownRoutine, as it goes into the event
 */
record Membership(Slot slot, String personId, byte[] routine) {
    SharedCadence cadence() {
        return slot.cadence();
    }

    ActiveWindow active() {
        return slot.active();
    }

    @Override
    public String toString() {
        return "Membership[" + cadence().key() + "]";
    }

    /** What a timing and its two days come to; plans share it. */
    record Slot(SharedCadence cadence, ActiveWindow active) {}
}
