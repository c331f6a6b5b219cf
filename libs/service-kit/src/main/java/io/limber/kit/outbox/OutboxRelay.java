package io.limber.kit.outbox;

import io.limber.kit.kafka.KafkaSettings;
import io.limber.kit.outbox.OutboxTable.Barrier;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox: one relay per database, in the order of the rows, each row exactly once for {@code
 * read_committed} readers, whatever is killed when (ADR 0001).
 *
 * <p>The cursor is committed in the same Kafka transaction as the records. The table's own cursor follows behind and
 * serves when Kafka has forgotten an idle group's offset.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final OutboxTable table;
    private final OutboxSignal signal;
    private final OutboxConfig config;
    private final KafkaSettings kafka;
    private final String service;
    private final Counter published;
    private volatile boolean running;
    private @Nullable Thread thread;

    OutboxRelay(
            OutboxTable table,
            OutboxSignal signal,
            OutboxConfig config,
            KafkaSettings kafka,
            MeterRegistry metrics,
            @ConfigProperty(name = "limber.service") String service) {
        this.table = table;
        this.signal = signal;
        this.config = config;
        this.kafka = kafka;
        this.service = service;
        this.published = metrics.counter("limber.outbox.published");
    }

    void onStart(@Observes StartupEvent event) {
        if (config.enabled()) {
            running = true;
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        signal.raise();
        if (thread != null) {
            thread.join(STOP);
        }
    }

    private void run() {
        try {
            while (running) {
                tryToLead();
                signal.await(config.retry());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong must not end the thread: without it events would wait until the next restart. */
    private void tryToLead() throws InterruptedException {
        try {
            leadIfFree();
        } catch (SQLException | RuntimeException e) {
            LOG.warnf(e, "Outbox relay failed, trying again: service=%s", service);
        }
    }

    private void leadIfFree() throws SQLException, InterruptedException {
        try (Connection connection = table.connect()) {
            if (!table.lock(connection)) {
                return;
            }
            try (RelayProducer producer = RelayProducer.open(kafka, service, config.cursorTopic())) {
                lead(connection, producer);
            } finally {
                table.unlock(connection);
            }
        }
    }

    private void lead(Connection connection, RelayProducer producer) throws SQLException, InterruptedException {
        long cursor = Math.max(producer.committedPosition(), table.cursor(connection));
        table.published(connection, cursor);
        LOG.infof("Outbox relay leads: service=%s position=%d", service, cursor);
        Barrier barrier = table.barrier(connection);
        while (running) {
            if (barrier.xid() > table.oldestRunning(connection)) {
                signal.await(Duration.ofMillis(5));
                continue;
            }
            cursor = drain(connection, producer, cursor, barrier.position());
            // A barrier costs a transaction id, so none is taken while nothing is appended.
            while (running && table.lastPosition(connection) == barrier.position()) {
                signal.await(config.poll());
            }
            barrier = table.barrier(connection);
        }
    }

    private long drain(Connection connection, RelayProducer producer, long after, long upTo) throws SQLException {
        long cursor = after;
        while (running) {
            List<OutboxRecord> batch = table.read(connection, cursor, upTo, config.batch());
            if (batch.isEmpty()) {
                return cursor;
            }
            producer.publish(batch);
            cursor = batch.get(batch.size() - 1).position();
            table.published(connection, cursor);
            published.increment(batch.size());
        }
        return cursor;
    }
}
