package io.limber.reminder.delivery;

import java.time.Duration;
import java.util.Optional;

/** What came of an attempt. Reasons are stable codes of lower-case letters, digits and dashes, without addresses. */
public sealed interface Outcome {
    /** The destination took it. */
    record Accepted() implements Outcome {}

    /** It may work later, not before {@code pause} if the destination asked for one. */
    record TryAgain(String reason, Optional<Duration> pause) implements Outcome {
        public TryAgain(String reason) {
            this(reason, Optional.empty());
        }
    }

    /** It will not work. {@code destinationGone}: and neither will anything else there. */
    record GiveUp(String reason, boolean destinationGone) implements Outcome {
        public GiveUp(String reason) {
            this(reason, false);
        }
    }

    /** Not sent by rule. */
    record Dropped(String reason) implements Outcome {}

    /** For metrics. */
    default String label() {
        return switch (this) {
            case Accepted accepted -> "accepted";
            case TryAgain again -> "try-again";
            case GiveUp givenUp -> "given-up";
            case Dropped dropped -> "dropped";
        };
    }
}
