package io.limber.journeys.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How long the buckets of a dead replica stand still. */
public final class Recovery {
    private Recovery() {}

    /**
     * From the kill until each bucket that the dead one owned emits again. A bucket emits again when a waiting reader receives
     * the first reminder of it that was due after the kill: only another process can have emitted that. The greatest of these
     * times; empty when nothing was due in any of these buckets any more. It includes the time until something is due, so it is
     * at most too long, by the pause between two due times of a bucket.
     */
    public static Optional<Duration> of(Instant killedAt, Set<Integer> buckets, Collection<Emission> history) {
        Map<Integer, Instant> again = new HashMap<>();
        for (Emission emission : history) {
            if (buckets.contains(emission.partition()) && emission.dueAt().isAfter(killedAt)) {
                again.merge(
                        emission.partition(), emission.receivedAt(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return again.values().stream().max(Instant::compareTo).map(latest -> Duration.between(killedAt, latest));
    }
}
