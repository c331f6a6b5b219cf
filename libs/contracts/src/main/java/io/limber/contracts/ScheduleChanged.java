package io.limber.contracts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Full state of a plan's schedule; the highest version wins. A tombstone with the same key follows after its end.
 *
 * @param personId the platform's own opaque id
 * @param activeFrom first local date, in the timing's zone
 * @param activeUntil last local date, included; null without end
 */
public record ScheduleChanged(
        String planId,
        long version,
        String personId,
        State state,
        Timing timing,
        LocalDate activeFrom,
        @Nullable LocalDate activeUntil,
        ShownRoutine routine,
        Instant changedAt) {
    /** Only an active schedule fires. */
    public enum State {
        ACTIVE,
        PAUSED,
        ENDED
    }
}
