package io.limber.reminder.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Empties the delivery queue: claims what is due, attempts each on a virtual thread outside any transaction, and settles
 * what came of it.
 *
 * <p>Each delivery reaches its destination at least once: a process that dies between an attempt and its settlement leaves
 * a claim that runs out, and the next attempt carries the same ids, by which receivers drop a repeat.
 */
@ApplicationScoped
public class DeliveryWorker {
    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final String FAILED = "Not delivered: tenantId=%s reminderId=%s outcome=%s error=%s";
    private static final Duration STOP = Duration.ofSeconds(12);
    /** Settlements at one time: the rest of the connections belongs to requests. */
    private static final int SETTLEMENTS = 8;

    private final DeliveryQueue queue;
    private final Map<DeliveryChannel, Sender> senders = new EnumMap<>(DeliveryChannel.class);
    private final Settlement settlement;
    private final DeliverySignal signal;
    private final DeliveryConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Lanes lanes;
    private final Semaphore settling = new Semaphore(SETTLEMENTS);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("delivery-", 0).factory());
    private volatile boolean running;
    private @Nullable Thread thread;

    DeliveryWorker(
            DeliveryQueue queue,
            @All List<Sender> senders,
            Settlement settlement,
            DeliverySignal signal,
            DeliveryConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.queue = queue;
        senders.forEach(sender -> this.senders.put(sender.channel(), sender));
        this.settlement = settlement;
        this.signal = signal;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
        this.lanes = new Lanes(config.concurrency());
    }

    void onStart(@Observes StartupEvent event) {
        metrics.gauge("limber.delivery.under.way", lanes, Lanes::underWay);
        if (config.enabled()) {
            running = true;
            thread = Thread.ofPlatform().name("delivery-worker").daemon().start(this::run);
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        signal.raise();
        if (thread != null) {
            thread.join(STOP);
        }
        if (!lanes.awaitIdle(STOP.toMillis())) {
            LOG.warnf("Stopping with attempts under way, they will be made again: count=%d", lanes.underWay());
        }
        threads.shutdownNow();
    }

    /** Delivers until nothing is due any more, and returns how many attempts that took. */
    int deliverDue() throws InterruptedException, SQLException {
        int attempts = 0;
        int begun;
        do {
            begun = begin();
            attempts += begun;
            while (!lanes.awaitIdle(config.lease().toMillis())) {
                LOG.warnf("Attempts take longer than their claim: count=%d", lanes.underWay());
            }
        } while (begun > 0);
        return attempts;
    }

    private void run() {
        while (running) {
            try {
                signal.giveWay(config.givesWay());
                if (begin() == 0) {
                    // Each finished attempt raises it, too: room for another.
                    signal.await(config.poll());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException e) {
                LOG.warnf(e, "Delivery queue not read, trying again");
                pause();
            }
        }
    }

    private void pause() {
        try {
            signal.await(config.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private int begin() throws SQLException {
        int free = lanes.free();
        if (free <= 0) {
            return 0;
        }
        Instant now = clock.instant();
        List<Shipment> claimed =
                queue.claimAcrossTenants(now, now.plus(config.lease()), free, config.perDestination(), lanes.busy());
        Map<DeliveryChannel, List<Shipment>> byChannel =
                claimed.stream().collect(Collectors.groupingBy(Shipment::channel));
        int begun = 0;
        for (Map.Entry<DeliveryChannel, List<Shipment>> batch : byChannel.entrySet()) {
            begun += begin(batch.getKey(), batch.getValue());
        }
        return begun;
    }

    /** What cannot be prepared waits until its claim runs out; other channels do not. */
    private int begin(DeliveryChannel channel, List<Shipment> batch) {
        Function<Shipment, Outcome> send;
        try {
            send = prepare(channel, batch);
        } catch (SQLException | RuntimeException e) {
            LOG.warnf(e, "Attempts not prepared, trying again later: channel=%s count=%d", channel, batch.size());
            return 0;
        }
        batch.forEach(shipment -> {
            lanes.begin(shipment.lane());
            threads.execute(() -> attempt(shipment, send));
        });
        return batch.size();
    }

    private Function<Shipment, Outcome> prepare(DeliveryChannel channel, List<Shipment> batch) throws SQLException {
        if (channel == DeliveryChannel.NONE) {
            return shipment ->
                    new Outcome.Dropped(shipment.reason() == null ? Decision.Drop.NO_DESTINATION : shipment.reason());
        }
        Sender sender = senders.get(channel);
        if (sender == null) {
            throw new IllegalStateException("nobody sends on channel " + channel);
        }
        return sender.prepare(batch);
    }

    private void attempt(Shipment shipment, Function<Shipment, Outcome> send) {
        try {
            Outcome outcome = send.apply(shipment);
            settling.acquireUninterruptibly();
            try {
                boolean ours = settlement.settle(shipment, outcome);
                count(shipment, outcome, ours);
            } finally {
                settling.release();
            }
        } catch (RuntimeException e) {
            // The claim runs out and it is attempted again.
            LOG.warnf(
                    e,
                    "Attempt not settled: reminderId=%s channel=%s attempt=%d",
                    shipment.reminder().id(),
                    shipment.channel(),
                    shipment.attempt());
        } finally {
            lanes.end(shipment.lane());
            signal.raise();
        }
    }

    private void count(Shipment shipment, Outcome outcome, boolean ours) {
        String label = ours ? outcome.label() : "lost-claim";
        metrics.counter(
                        "limber.delivery.attempts",
                        "channel",
                        shipment.channel().name(),
                        "outcome",
                        label)
                .increment();
        if (ours && outcome instanceof Outcome.Accepted) {
            Timer.builder("limber.delivery.delay")
                    .description("From a reminder's due time to its acceptance by a destination")
                    .tag("channel", shipment.channel().name())
                    .publishPercentileHistogram()
                    .register(metrics)
                    .record(nonNegative(
                            Duration.between(shipment.reminder().due().dueAt(), clock.instant())));
        }
        switch (outcome) {
            case Outcome.Accepted accepted -> {}
            case Outcome.Dropped dropped -> {}
            case Outcome.TryAgain again -> LOG.debugf(FAILED, shipment.tenant(), id(shipment), label, again.reason());
            case Outcome.GiveUp givenUp -> LOG.infof(FAILED, shipment.tenant(), id(shipment), label, givenUp.reason());
        }
    }

    private static String id(Shipment shipment) {
        return shipment.reminder().id() + " channel=" + shipment.channel() + " attempt=" + shipment.attempt();
    }

    private static Duration nonNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
