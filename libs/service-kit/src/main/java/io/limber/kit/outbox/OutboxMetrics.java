package io.limber.kit.outbox;

import io.limber.kit.idempotency.IdempotencyKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** How much waits to be published and for how long; alert on the age. Also forgets expired idempotency keys. */
@ApplicationScoped
public class OutboxMetrics {
    private static final Logger LOG = Logger.getLogger(OutboxMetrics.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int SWEEP_EVERY = 120;

    private final OutboxTable table;
    private final IdempotencyKeys keys;
    private final Clock clock;
    private volatile OutboxTable.Backlog backlog = new OutboxTable.Backlog(0, 0);
    private final CountDownLatch stopping = new CountDownLatch(1);

    OutboxMetrics(OutboxTable table, IdempotencyKeys keys, Clock clock, MeterRegistry metrics) {
        this.table = table;
        this.keys = keys;
        this.clock = clock;
        metrics.gauge("limber.outbox.depth", this, own -> own.backlog.rows());
        metrics.gauge("limber.outbox.oldest.age.seconds", this, own -> own.backlog.oldestSeconds());
    }

    void onStart(@Observes StartupEvent event) {
        Thread.ofVirtual().name("outbox-metrics").start(this::run);
    }

    void onStop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void run() {
        try {
            for (int round = 0; !stopping.await(EVERY.toMillis(), TimeUnit.MILLISECONDS); round++) {
                measure(round % SWEEP_EVERY == 0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void measure(boolean sweep) {
        try {
            backlog = table.backlog();
            if (sweep) {
                keys.deleteExpiredAcrossTenants(clock.instant());
            }
        } catch (SQLException | IllegalStateException e) {
            LOG.debugf(e, "Outbox not measured");
        }
    }
}
