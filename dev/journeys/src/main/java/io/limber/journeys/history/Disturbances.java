package io.limber.journeys.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * When which faults excuse lateness.
 *
 * @param usual greatest lateness while nothing is wrong, and after the end of a disturbance
 */
public record Disturbances(Duration usual, List<Disturbance> all) {
    public Disturbances {
        all = all.stream().sorted(Comparator.comparing(Disturbance::from)).toList();
    }

    /** A fault, from its beginning to when its consequences must be over. */
    public record Disturbance(Instant from, Instant until) {}

    /**
     * By when something must have happened that was due at {@code due}. A fault that begins before that moment puts it off to
     * the fault's end; and so on, for faults that overlap.
     */
    public Instant deadline(Instant due) {
        Instant deadline = due.plus(usual);
        for (Disturbance one : all) {
            boolean concerns = !one.from().isAfter(deadline) && one.until().isAfter(due);
            Instant putOff = one.until().plus(usual);
            if (concerns && putOff.isAfter(deadline)) {
                deadline = putOff;
            }
        }
        return deadline;
    }
}
