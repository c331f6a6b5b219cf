package io.limber.reminder.delivery;

import java.util.List;

/** Whether a due reminder may go now. Always with a reason where it may not. */
public sealed interface Decision {
    /** To all of these. */
    record Send(List<Destination> destinations) implements Decision {
        public Send {
            destinations = List.copyOf(destinations);
            if (destinations.isEmpty()) {
                throw new IllegalArgumentException("sending needs a destination");
            }
        }
    }

    /** To nobody, for a reason with a stable code. */
    record Drop(String reason) implements Decision {
        public static final String NO_DESTINATION = "no-destination";
    }

    /** By the destinations alone; what the person's day says comes here. */
    static Decision about(List<Destination> destinations) {
        return destinations.isEmpty() ? new Drop(Drop.NO_DESTINATION) : new Send(destinations);
    }
}
