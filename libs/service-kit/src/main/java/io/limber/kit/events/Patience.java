package io.limber.kit.events;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Tries a batch again until it succeeds. What can fail for ever must have become a dead letter before; what is left are
 * passing faults such as a database that restarts. Meanwhile the channel holds back, which is the back-pressure wanted.
 */
@ApplicationScoped
public class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final MeterRegistry metrics;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Patience(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /**
     * Returns when {@code batch} succeeded, or when {@code wanted} turned false.
     *
     * @throws IllegalStateException when the service stops meanwhile; the batch is then not acknowledged
     */
    public void untilDone(String channel, BooleanSupplier wanted, Runnable batch) {
        Duration pause = FIRST;
        while (wanted.getAsBoolean()) {
            try {
                batch.run();
                return;
            } catch (RuntimeException e) {
                metrics.counter("limber.batch.retries", "channel", channel).increment();
                LOG.warnf(e, "Batch failed, trying again: channel=%s pauseMillis=%d", channel, pause.toMillis());
                await(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
            }
        }
    }

    public void untilDone(String channel, Runnable batch) {
        untilDone(channel, () -> true, batch);
    }

    private void await(Duration pause) {
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the service is stopping");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }
}
