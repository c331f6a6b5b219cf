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
import org.jboss.logging.Logger;

/** The buckets this process owns, as Kafka's consumer group says. */
@ApplicationScoped
public class Ownership {
    private static final Logger LOG = Logger.getLogger(Ownership.class);

    private final BucketTransactions transactions;
    private final Instance<BucketWorker> workers;
    private final WorkSignal signal;
    private final Map<Integer, Holding> held = new ConcurrentHashMap<>();

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

    void take(Collection<Integer> buckets) {
        buckets.forEach(bucket -> held.put(bucket, new Holding(bucket)));
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
        private Optional<Lease> lease = Optional.empty();

        Holding(int bucket) {
            this.bucket = bucket;
        }

        synchronized Lease lease(BucketTransactions transactions) {
            if (lease.isEmpty()) {
                lease = Optional.of(transactions.claim(bucket));
            }
            return lease.get();
        }
    }
}
