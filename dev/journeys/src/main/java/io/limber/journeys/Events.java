package io.limber.journeys;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.limber.contracts.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Puts CloudEvents on topics as another service would. Not for use by several threads. */
public final class Events implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private final KafkaProducer<String, byte @Nullable []> producer;
    private final List<CompletableFuture<RecordMetadata>> sent = new ArrayList<>();

    public Events(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends without waiting; {@link #flush} waits for all. */
    public void send(String topic, String key, String type, @Nullable String tenant, Object payload) {
        var unused = deliver(topic, key, type, tenant, payload);
    }

    /** The same; completes when the broker has it. */
    public CompletableFuture<RecordMetadata> deliver(
            String topic, String key, String type, @Nullable String tenant, Object payload) {
        try {
            ProducerRecord<String, byte @Nullable []> record =
                    new ProducerRecord<>(topic, key, JSON.writeValueAsBytes(payload));
            header(record, EventHeaders.SPEC_VERSION, "1.0");
            header(record, EventHeaders.ID, UUID.randomUUID().toString());
            header(record, EventHeaders.TYPE, type);
            header(record, EventHeaders.SOURCE, "/limber/journeys");
            header(record, EventHeaders.SUBJECT, key);
            header(record, EventHeaders.TIME, "2026-11-23T10:00:00Z");
            if (tenant != null) {
                header(record, EventHeaders.TENANT, tenant);
            }
            return deliver(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a record without a value, as after the end of what the key names. */
    public void sendTombstone(String topic, String key) {
        var unused = deliver(new ProducerRecord<>(topic, key, null));
    }

    public void flush() {
        producer.flush();
        sent.forEach(CompletableFuture::join);
        sent.clear();
    }

    @Override
    public void close() {
        producer.close();
    }

    private CompletableFuture<RecordMetadata> deliver(ProducerRecord<String, byte @Nullable []> record) {
        CompletableFuture<RecordMetadata> taken = new CompletableFuture<>();
        var unused = producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                taken.complete(metadata);
            } else {
                taken.completeExceptionally(failure);
            }
        });
        sent.add(taken);
        return taken;
    }

    private static void header(ProducerRecord<String, byte @Nullable []> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
