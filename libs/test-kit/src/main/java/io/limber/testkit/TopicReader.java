package io.limber.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic from its beginning, committed records only, without a consumer group. Keeps what it has read, so conditions are
 * always about everything since the beginning. Not for use by several threads.
 */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final String topic;
    private final KafkaConsumer<byte @Nullable [], byte @Nullable []> consumer;
    private final List<TopicRecord> seen = new ArrayList<>();
    private List<TopicPartition> partitions = List.of();

    private TopicReader(String topic, KafkaConsumer<byte @Nullable [], byte @Nullable []> consumer) {
        this.topic = topic;
        this.consumer = consumer;
    }

    /** Opens the topic on the test stack's Kafka. */
    public static TopicReader open(String topic) {
        return open(TestStack.bootstrapServers(), topic);
    }

    public static TopicReader open(String bootstrapServers, String topic) {
        return new TopicReader(
                topic,
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()));
    }

    /** Everything committed up to now, since the beginning. A topic that does not exist yet is empty. */
    public List<TopicRecord> readAll() {
        if (!assigned()) {
            return List.of();
        }
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
        return List.copyOf(seen);
    }

    /** Reads on until {@code condition} holds for all that was read since the beginning; fails when it does not in time. */
    public List<TopicRecord> readUntil(Predicate<List<TopicRecord>> condition, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!condition.test(seen)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not seen on " + topic + " within " + limit + ". Seen: " + seen);
            }
            if (assigned()) {
                poll();
            }
        }
        return List.copyOf(seen);
    }

    /** Reads on until a record fits, and returns the first that does. */
    public TopicRecord readFirst(Predicate<TopicRecord> fits, Duration limit) {
        return readUntil(records -> records.stream().anyMatch(fits), limit).stream()
                .filter(fits)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private boolean assigned() {
        if (partitions.isEmpty()) {
            partitions = consumer.listTopics(Duration.ofSeconds(10)).getOrDefault(topic, List.of()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        return !partitions.isEmpty();
    }

    private void poll() {
        consumer.poll(POLL).forEach(record -> seen.add(TopicRecord.of(record)));
    }
}
