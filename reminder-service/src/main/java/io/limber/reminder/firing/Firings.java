package io.limber.reminder.firing;

import io.limber.reminder.bucket.BucketWorker;
import io.limber.reminder.bucket.Lease;
import io.limber.reminder.bucket.Moments;
import io.limber.reminder.bucket.Ownership;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The firings of the buckets this process owns. */
@ApplicationScoped
public class Firings implements BucketWorker {
    private static final Logger LOG = Logger.getLogger(Firings.class);
    private static final Duration CHUNK = Duration.ofSeconds(5);

    private final Ownership ownership;
    private final FiringTables tables;
    private final Sweep sweep;
    private final Moments moments;
    private final FiringConfig config;
    private final FiringMetrics metrics;
    private final ReminderProducers producers;
    private final Map<Integer, BucketFiring> firings = new ConcurrentHashMap<>();

    Firings(
            Ownership ownership,
            FiringTables tables,
            Sweep sweep,
            Moments moments,
            FiringConfig config,
            FiringMetrics metrics,
            ReminderProducers producers) {
        this.ownership = ownership;
        this.tables = tables;
        this.sweep = sweep;
        this.moments = moments;
        this.config = config;
        this.metrics = metrics;
        this.producers = producers;
    }

    /** Fires everything that is due in the buckets owned, on the caller's thread; returns the number emitted. */
    public long fireDue() {
        Collection<Integer> owned = ownership.owned();
        owned.forEach(this::ofOwned);
        Instant now = moments.reached();
        long emitted = 0;
        for (Map.Entry<Integer, Instant> due : earliest(owned).entrySet()) {
            if (!due.getValue().isAfter(now)) {
                emitted += fire(due.getKey());
            }
        }
        return emitted;
    }

    /** The earliest due time of each bucket that has one. */
    Map<Integer, Instant> earliest(Collection<Integer> buckets) {
        return tables.transactions().look(connection -> tables.cadences().earliest(connection, buckets));
    }

    /** Fires one bucket until nothing is due in it. */
    long fire(int bucket) {
        return ofOwned(bucket).map(BucketFiring::fire).orElse(0L);
    }

    /** Does one chunk of a bucket; false when nothing is due in it, or it is not ours. */
    boolean chunk(int bucket) {
        return ofOwned(bucket).map(BucketFiring::chunk).orElse(false);
    }

    /** Claims and prepares a bucket that is new to us; nothing when it is ours already. */
    Optional<BucketFiring> ofOwned(int bucket) {
        return ownership
                .lease(bucket)
                .map(lease -> firings.compute(bucket, (key, known) -> {
                    if (known != null && known.lease().equals(lease)) {
                        return known;
                    }
                    return new BucketFiring(lease, tables, producers, moments, config, metrics);
                }));
    }

    void sweep() {
        for (BucketFiring firing : List.copyOf(firings.values())) {
            Lease lease = firing.lease();
            if (ownership.owns(lease.bucket())) {
                sweep.sweep(lease, firing.drainEmpty());
            }
        }
    }

    @Override
    public void released(int bucket) {
        BucketFiring firing = firings.remove(bucket);
        if (firing != null && !firing.stop(CHUNK)) {
            LOG.warnf("Firing still busy with a chunk; the new owner fences it: bucket=%d", bucket);
        }
    }

    void stopAll() {
        List.copyOf(firings.keySet()).forEach(this::released);
    }
}
