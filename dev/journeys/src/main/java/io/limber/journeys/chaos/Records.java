package io.limber.journeys.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limber.contracts.EventHeaders;
import io.limber.contracts.Topics;
import io.limber.journeys.history.Emission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads {@code limber.reminders} as anybody may who reads committed records only. */
final class Records {
    static final Duration POLL = Duration.ofMillis(100);
    static final List<TopicPartition> PARTITIONS = IntStream.range(0, Topics.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topics.REMINDERS, partition))
            .toList();

    private static final ObjectMapper JSON = new ObjectMapper();

    private Records() {}

    /** A consumer without a group, at the beginning of all partitions. */
    static KafkaConsumer<String, byte[]> reader(String bootstrapServers) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                        // What was there and is not any more must not be passed over in silence.
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none",
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "200",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(PARTITIONS);
        consumer.seekToBeginning(PARTITIONS);
        return consumer;
    }

    static Emission emission(ConsumerRecord<String, byte[]> record, Instant receivedAt) {
        try {
            JsonNode payload = JSON.readTree(record.value());
            String id = header(record, EventHeaders.ID);
            if (!id.equals(payload.path("reminderId").asText())
                    || !record.key().equals(payload.path("planId").asText())) {
                throw new IllegalStateException("a record whose key, id and value disagree: " + record);
            }
            return new Emission(
                    record.partition(),
                    record.offset(),
                    record.key(),
                    header(record, EventHeaders.TENANT),
                    id,
                    Instant.parse(payload.path("dueAt").asText()),
                    Instant.ofEpochMilli(record.timestamp()),
                    receivedAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
