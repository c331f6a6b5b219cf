package io.limber.journeys.chaos;

import io.limber.journeys.history.Emission;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;

/** Waits for reminders and notes when each arrived, whatever happens to the broker meanwhile. */
final class TopicTail implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Clock clock;
    private final Thread thread;
    private final List<Emission> seen = new ArrayList<>();
    private volatile boolean ended;
    private volatile @Nullable RuntimeException failure;

    TopicTail(String bootstrapServers, Clock clock) {
        this.consumer = Records.reader(bootstrapServers);
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("topic-tail").daemon().start(this::run);
    }

    /** All that arrived since {@link #forget}. */
    List<Emission> seen() {
        RuntimeException failed = failure;
        if (failed != null) {
            throw new IllegalStateException("the waiting reader failed", failed);
        }
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    void forget() {
        synchronized (seen) {
            seen.clear();
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (!ended) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Records.POLL);
                Instant now = clock.instant();
                List<Emission> arrived = new ArrayList<>(records.count());
                for (ConsumerRecord<String, byte[]> record : records) {
                    arrived.add(Records.emission(record, now));
                }
                synchronized (seen) {
                    seen.addAll(arrived);
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }
}
