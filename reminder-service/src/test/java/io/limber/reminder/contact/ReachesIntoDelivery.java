package io.limber.reminder.contact;

import io.limber.reminder.delivery.Destination;

/** Breaks the one-way rule, so that the rule is seen to work. */
public final class ReachesIntoDelivery {
    private ReachesIntoDelivery() {}

    static Destination forbidden() {
        return Destination.nobody();
    }
}
