package io.limber.bench.topic;

import io.limber.contracts.Topics;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Notes when records of a topic become visible to {@code read_committed} readers, without reading them: it asks the broker again
 * and again how far such a reader could read (the last stable offset). Costs next to nothing beside what is measured, where a
 * reader would take a tenth of a small machine. What it notes is late by one question at most, never early.
 */
public final class CommitWatch implements AutoCloseable {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(4);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Clock clock;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> begin;
    private final Map<TopicPartition, Steps> steps = new HashMap<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile long visible;

    private CommitWatch(KafkaConsumer<byte[], byte[]> consumer, Clock clock, String topic) {
        this.consumer = consumer;
        this.clock = clock;
        this.partitions = IntStream.range(0, consumer.partitionsFor(topic).size())
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        this.begin = Map.copyOf(consumer.endOffsets(partitions));
        partitions.forEach(partition -> steps.put(partition, new Steps()));
        this.thread = Thread.ofPlatform().name("commit-watch").daemon().unstarted(this::watch);
    }

    /** Watches {@code limber.reminders} from now on. */
    public static CommitWatch start(String bootstrapServers, Clock clock) {
        return start(bootstrapServers, clock, Topics.REMINDERS);
    }

    /** Watches a topic from now on. */
    public static CommitWatch start(String bootstrapServers, Clock clock, String topic) {
        var watch = new CommitWatch(
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                clock,
                topic);
        watch.thread.start();
        return watch;
    }

    /** Where each partition ended when the watch began. */
    public Map<TopicPartition, Long> begin() {
        return begin;
    }

    /** Offsets that became visible since the watch began: records, and the marks that transactions leave between them. */
    public long visible() {
        return visible;
    }

    /** Waits a little until so many offsets are visible. */
    public void awaitVisible(long count) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (visible < count && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    /**
     * When a record became visible, in milliseconds since 1970. A reader can be a moment ahead of the watch: then it waits for it.
     */
    public long visibleAt(TopicPartition partition, long offset) {
        var noted = steps(partition);
        var at = noted.passed(offset);
        while (at < 0 && thread.isAlive()) {
            LockSupport.parkNanos(PAUSE);
            at = noted.passed(offset);
        }
        return at;
    }

    /** How many offsets were visible when: milliseconds since 1970 to their number since the watch began. */
    public TreeMap<Long, Long> progress() {
        var grown = new TreeMap<Long, Long>();
        partitions.forEach(partition -> steps(partition).addTo(grown, begin.getOrDefault(partition, 0L)));
        var sum = 0L;
        for (var entry : grown.entrySet()) {
            sum += entry.getValue();
            entry.setValue(sum);
        }
        return grown;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Steps steps(TopicPartition partition) {
        return Objects.requireNonNull(steps.get(partition), () -> "not watched: " + partition);
    }

    private void watch() {
        try (consumer) {
            while (!closed) {
                var ends = consumer.endOffsets(partitions);
                var now = clock.millis();
                var sum = 0L;
                for (var end : ends.entrySet()) {
                    steps(end.getKey()).note(now, end.getValue());
                    sum += end.getValue() - begin.getOrDefault(end.getKey(), 0L);
                }
                visible = sum;
                LockSupport.parkNanos(PAUSE);
            }
        }
    }
}
