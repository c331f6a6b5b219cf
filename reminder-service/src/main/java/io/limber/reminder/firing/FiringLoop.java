package io.limber.reminder.firing;

import io.limber.reminder.bucket.Backlog;
import io.limber.reminder.bucket.LostLease;
import io.limber.reminder.bucket.Ownership;
import io.limber.reminder.bucket.WorkSignal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the next due time and fires it. One thread waits, with one query for all buckets; a few fire, and the
 * buckets in which something is due take turns on them, chunk by chunk.
 */
@ApplicationScoped
public class FiringLoop {
    private static final Logger LOG = Logger.getLogger(FiringLoop.class);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Firings firings;
    private final Ownership ownership;
    private final WorkSignal signal;
    private final Backlog backlog;
    private final FiringConfig config;
    private final FiringMetrics metrics;
    private final Clock clock;
    private final Map<Integer, Long> pausedUntil = new ConcurrentHashMap<>();
    private volatile boolean running;
    private long sweptAt = System.nanoTime();
    private @Nullable Thread thread;
    private @Nullable ExecutorService workers;

    FiringLoop(
            Firings firings,
            Ownership ownership,
            WorkSignal signal,
            Backlog backlog,
            FiringConfig config,
            FiringMetrics metrics,
            Clock clock) {
        this.firings = firings;
        this.ownership = ownership;
        this.signal = signal;
        this.backlog = backlog;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event) {
        if (config.enabled()) {
            ExecutorService pool = Executors.newFixedThreadPool(
                    config.threads(),
                    Thread.ofPlatform().name("firing-", 0).daemon().factory());
            running = true;
            workers = pool;
            thread = Thread.ofPlatform().name("firing").daemon().start(() -> run(pool));
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        signal.raise();
        if (thread != null) {
            thread.join(STOP);
        }
        firings.stopAll();
        if (workers != null) {
            workers.shutdown();
            if (!workers.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Firing did not end in time; the next owner goes on behind its cursor");
            }
        }
    }

    private void run(ExecutorService pool) {
        while (running) {
            try {
                Duration pause;
                try {
                    pause = look(pool);
                } catch (RuntimeException e) {
                    metrics.failed();
                    LOG.warnf("Looking for what is due failed, trying again: error=%s", e);
                    pause = AFTER_FAILURE;
                }
                signal.await(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Starts what is due; returns how long nothing else will be. */
    private Duration look(ExecutorService pool) {
        Set<Integer> idle = ownership.owned();
        idle.removeAll(backlog.buckets());
        long ticks = System.nanoTime();
        idle.removeIf(bucket -> pausedUntil.getOrDefault(bucket, ticks) - ticks > 0);
        if (idle.isEmpty()) {
            return config.poll();
        }
        // A bucket that is new to us is opened at once: what its last owner left half done goes on, and its next due
        // time
        // does not have to wait for it.
        idle.removeIf(bucket -> {
            boolean isNew =
                    firings.ofOwned(bucket).filter(firing -> !firing.isOpen()).isPresent();
            if (isNew) {
                submit(pool, bucket);
            }
            return isNew;
        });
        sweep(ticks);
        Duration pause = config.poll();
        Instant now = clock.instant();
        for (Map.Entry<Integer, Instant> due : firings.earliest(idle).entrySet()) {
            Duration until = Duration.between(now, due.getValue());
            if (!until.isPositive()) {
                submit(pool, due.getKey());
            } else if (until.compareTo(pause) < 0) {
                pause = until;
            }
        }
        // Rounded up: waking a moment early would only look once more.
        return pause.plus(SHORTEST);
    }

    private void sweep(long ticks) {
        if (ticks - sweptAt > config.sweep().toNanos()) {
            sweptAt = ticks;
            firings.sweep();
        }
    }

    private void submit(ExecutorService pool, int bucket) {
        backlog.begins(bucket);
        pool.execute(() -> turn(pool, bucket));
    }

    /** One chunk; then the bucket queues again behind the others that are due. */
    private void turn(ExecutorService pool, int bucket) {
        boolean more = false;
        try {
            more = chunk(bucket) && running;
            if (more) {
                pool.execute(() -> turn(pool, bucket));
            }
        } catch (RejectedExecutionException e) {
            more = false;
            LOG.debugf("Firing ends: bucket=%d", bucket);
        } finally {
            // After an Error too: the bucket must not stand still while this process holds it.
            if (!more) {
                backlog.ends(bucket);
                signal.raise();
            }
        }
    }

    private boolean chunk(int bucket) {
        try {
            return firings.chunk(bucket);
        } catch (LostLease e) {
            pause(bucket);
            LOG.infof("Firing left to the bucket's new owner: bucket=%d", bucket);
        } catch (RuntimeException e) {
            pause(bucket);
            metrics.failed();
            LOG.warnf(e, "Firing failed, going on behind the cursor: bucket=%d", bucket);
        }
        return false;
    }

    private void pause(int bucket) {
        pausedUntil.put(bucket, System.nanoTime() + AFTER_FAILURE.toNanos());
    }
}
