package io.limber.reminder.bucket;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** The buckets this process owns, as Kafka's consumer group says. */
@ApplicationScoped
public class Ownership {
    private static final Logger LOG = Logger.getLogger(Ownership.class);

    private final BucketTransactions transactions;
    private final Instance<BucketWorker> workers;
    private final WorkSignal signal;
    private final Map<Integer, Holding> held = new ConcurrentHashMap<>();
    private final AtomicLong terms = new AtomicLong();

    Ownership(
            BucketTransactions transactions, Instance<BucketWorker> workers, WorkSignal signal, MeterRegistry metrics) {
        this.transactions = transactions;
        this.workers = workers;
        this.signal = signal;
        metrics.gaugeMapSize("limber.buckets.owned", io.micrometer.core.instrument.Tags.empty(), held);
    }

    public Set<Integer> owned() {
        return new TreeSet<>(held.keySet());
    }

    public boolean owns(int bucket) {
        return held.containsKey(bucket);
    }

    /**
     * The lease under which this process works on the bucket, claimed at first use; empty when it is not ours.
     *
     * @throws DatabaseFault when it cannot be claimed now
     */
    public Optional<Lease> lease(int bucket) {
        Holding holding = held.get(bucket);
        return holding == null ? Optional.empty() : Optional.of(holding.lease(transactions));
    }

    /**
     * Which time of owning the bucket this is; none of another time is equal, and 0 means that it is not ours. What was
     * read in one time must not be applied in another: something read before it may have been dropped between the two.
     */
    public long term(int bucket) {
        Holding holding = held.get(bucket);
        return holding == null ? 0 : holding.term;
    }

    /** As {@link #lease(int)}, but empty when it is no longer that time. */
    public Optional<Lease> lease(int bucket, long term) {
        Holding holding = held.get(bucket);
        return holding == null || holding.term != term ? Optional.empty() : Optional.of(holding.lease(transactions));
    }

    void take(Collection<Integer> buckets) {
        buckets.forEach(bucket -> held.put(bucket, new Holding(bucket, terms.incrementAndGet())));
        LOG.infof("Buckets taken: %s, owned now: %d", buckets, held.size());
        signal.raise();
    }

    void release(Collection<Integer> buckets) {
        held.keySet().removeAll(Set.copyOf(buckets));
        for (int bucket : buckets) {
            workers.forEach(worker -> worker.released(bucket));
        }
        LOG.infof("Buckets released: %s, owned now: %d", buckets, held.size());
    }

    private static final class Holding {
        private final int bucket;
        private final long term;
        private Optional<Lease> lease = Optional.empty();

        Holding(int bucket, long term) {
            this.bucket = bucket;
            this.term = term;
        }

        synchronized Lease lease(BucketTransactions transactions) {
            if (lease.isEmpty()) {
                lease = Optional.of(transactions.claim(bucket));
            }
            return lease.get();
        }
    }
}
