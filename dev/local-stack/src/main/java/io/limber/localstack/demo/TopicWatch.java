package io.limber.localstack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Watches the topics from now on as any integrator would: an own consumer, committed records only, no group. */
final class TopicWatch implements AutoCloseable {

    private static final List<String> TOPICS = List.of("limber.schedules", "limber.reminders", "limber.notifications");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<@Nullable String, @Nullable String> consumer;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Thread thread;

    private TopicWatch(KafkaConsumer<@Nullable String, @Nullable String> consumer) {
        this.consumer = consumer;
        this.thread = Thread.ofPlatform().name("topic-watch").daemon().unstarted(this::watch);
    }

    /** @param at when the record reached this consumer, which is after its transaction was committed */
    record Seen(String topic, String id, String type, String key, JsonNode json, Instant at) {}

    static TopicWatch open(String bootstrapServers) {
        var watch = new TopicWatch(new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "allow.auto.create.topics", "false",
                        "fetch.max.wait.ms", "50"),
                new StringDeserializer(),
                new StringDeserializer()));
        watch.assign();
        watch.thread.start();
        return watch;
    }

    List<Seen> all(Predicate<Seen> fits) {
        return seen.stream().filter(fits).toList();
    }

    Seen await(Duration limit, Predicate<Seen> fits) {
        return Patience.await(
                limit,
                () -> seen.stream().filter(fits).findFirst(),
                () -> seen.stream()
                        .map(record -> record.type() + " " + record.key())
                        .toList()
                        .toString());
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void assign() {
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : TOPICS) {
            var infos = Patience.await(
                    Duration.ofSeconds(30),
                    () -> Optional.ofNullable(consumer.listTopics().get(topic)),
                    () -> "no topic " + topic);
            infos.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Asks for the end now, not at the first poll: what comes from here on is seen.
        partitions.forEach(partition -> {
            var unused = consumer.position(partition);
        });
    }

    private void watch() {
        try (consumer) {
            while (true) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    seen.add(read(record, Instant.now()));
                }
            }
        } catch (WakeupException e) {
            // Closed.
        }
    }

    private static Seen read(ConsumerRecord<@Nullable String, @Nullable String> record, Instant at) {
        return new Seen(
                record.topic(),
                header(record, "ce_id"),
                header(record, "ce_type"),
                String.valueOf(record.key()),
                json(record.value()),
                at);
    }

    private static JsonNode json(@Nullable String value) {
        try {
            return value == null ? MissingNode.getInstance() : JSON.readTree(value);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
