package io.limber.reminder.schedule;

import io.limber.reminder.bucket.Ownership;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code limber.schedules} on a thread of its own, with a Kafka consumer of its own: a messaging framework would wrap
 * each record and commit in its own way, and both cost more than taking the record in.
 */
@ApplicationScoped
public class ScheduleConsumer {
    private static final Logger LOG = Logger.getLogger(ScheduleConsumer.class);
    private static final Duration STOP = Duration.ofSeconds(8);

    private final ScheduleTopic topic;
    private final ScheduleWriter writer;
    private final TzdbOfSenders rules;
    private final Ownership ownership;
    private final ScheduleConfig config;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable KafkaConsumer<String, byte[]> open;
    private @Nullable Thread thread;

    ScheduleConsumer(
            ScheduleTopic topic,
            ScheduleWriter writer,
            TzdbOfSenders rules,
            Ownership ownership,
            ScheduleConfig config) {
        this.topic = topic;
        this.writer = writer;
        this.rules = rules;
        this.ownership = ownership;
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        if (config.enabled()) {
            thread = Thread.ofPlatform().name("schedules").daemon().start(this::run);
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        KafkaConsumer<String, byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
        if (thread != null) {
            thread.join(STOP);
        }
    }

    /** Whatever goes wrong must not end the thread: without it no bucket would have an owner. */
    private void run() {
        try {
            do {
                try {
                    read();
                } catch (WakeupException e) {
                    LOG.debugf("Reading schedules ends: %s", e);
                } catch (RuntimeException e) {
                    LOG.warnf(e, "Reading schedules failed, beginning again behind what is in the database");
                }
            } while (!stopping.await(config.retry().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() throws InterruptedException {
        try (KafkaConsumer<String, byte[]> consumer = topic.open();
                SchedulePipeline pipeline = new SchedulePipeline(consumer, writer, rules, ownership)) {
            open = consumer;
            while (stopping.getCount() > 0) {
                pipeline.turn();
            }
        } finally {
            open = null;
        }
    }
}
