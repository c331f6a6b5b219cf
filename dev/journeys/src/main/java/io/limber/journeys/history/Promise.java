package io.limber.journeys.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What one plan must get in the time looked at: a reminder at each of its due times, and nothing else.
 *
 * @param bucket partition on which they must be
 * @param dues due times of the schedule in effect at the beginning; none when there is none yet
 */
public record Promise(String planId, String tenant, int bucket, NavigableSet<Instant> dues, Optional<Change> change) {

    /** A plan that is not changed meanwhile. */
    public static Promise of(String planId, String tenant, int bucket, NavigableSet<Instant> dues) {
        return new Promise(planId, tenant, bucket, dues, Optional.empty());
    }

    /**
     * A new version. It takes effect at one instant that is the service's own business, but not before it was sent, and not
     * after {@code inEffectBy}: due times up to that instant are the old version's, later ones the new one's.
     *
     * @param dues due times of the new version, from the beginning
     */
    public record Change(Instant sentAt, Instant inEffectBy, NavigableSet<Instant> dues) {}

    /** What must be there if the change takes effect at {@code moment}. */
    NavigableSet<Instant> expected(Instant moment) {
        if (change.isEmpty()) {
            return dues;
        }
        NavigableSet<Instant> expected = new TreeSet<>(dues.headSet(moment, true));
        expected.addAll(change.get().dues().tailSet(moment, false));
        return expected;
    }

    /** One instant of each stretch of time in which it makes no difference when exactly the change takes effect. */
    List<Instant> moments() {
        if (change.isEmpty()) {
            return List.of(Instant.MAX);
        }
        Change made = change.get();
        NavigableSet<Instant> all = new TreeSet<>(dues);
        all.addAll(made.dues());
        List<Instant> moments = new ArrayList<>();
        moments.add(made.sentAt());
        if (made.inEffectBy().isAfter(made.sentAt())) {
            moments.addAll(all.subSet(made.sentAt(), false, made.inEffectBy(), true));
        }
        return moments;
    }
}
