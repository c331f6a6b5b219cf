package io.limber.journeys;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.limber.contracts.EventHeaders;
import io.limber.testkit.TestStack;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Puts CloudEvents on topics as another service would. */
final class Events implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestStack.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    /** Sends without waiting; {@link #flush} waits for all. */
    void send(String topic, String key, String type, @Nullable String tenant, Object payload) {
        try {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, JSON.writeValueAsBytes(payload));
            header(record, EventHeaders.SPEC_VERSION, "1.0");
            header(record, EventHeaders.ID, UUID.randomUUID().toString());
            header(record, EventHeaders.TYPE, type);
            header(record, EventHeaders.SOURCE, "/limber/journeys");
            header(record, EventHeaders.SUBJECT, key);
            header(record, EventHeaders.TIME, "2026-11-23T10:00:00Z");
            if (tenant != null) {
                header(record, EventHeaders.TENANT, tenant);
            }
            sent.add(producer.send(record));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void flush() {
        producer.flush();
        for (Future<RecordMetadata> one : sent) {
            try {
                one.get();
            } catch (ExecutionException | InterruptedException e) {
                throw new IllegalStateException("an event was not taken", e);
            }
        }
        sent.clear();
    }

    @Override
    public void close() {
        producer.close();
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
