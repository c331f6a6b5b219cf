package io.limber.bench.peer;

import io.limber.contracts.EventHeaders;
import io.limber.contracts.EventTypes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends records like Limber's: the same headers, the same size, {@code acks=all}. Counts what was acknowledged. */
final class Sender implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private volatile CountDownLatch expected = new CountDownLatch(0);

    Sender(String bootstrapServers, String topic) {
        this.topic = topic;
        // Without lingering: whoever waits for one acknowledgement at a time would wait for that too.
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0, "batch.size", 128 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** What the plan's row holds beside its ids, about as much as Limber keeps. */
    static String shown() {
        return """
                {"routineId":"7f0c1f0a-3d4e-7b1a-9c55-0a1b2c3d4e5f","name":"Lower back, five minutes","locale":"en",\
                "totalSeconds":300,"items":[{"stretchId":"cat-cow","name":"Cat-cow","seconds":120},\
                {"stretchId":"childs-pose","name":"Child's pose","seconds":180}]}""";
    }

    static String planId(int number) {
        return new UUID(0x01990000_0000_7000L, 0x8000_0000_0000_0000L | number).toString();
    }

    /** Counts down from here until {@link #awaitAll}. */
    void expect(int count) {
        expected = new CountDownLatch(count);
    }

    boolean awaitAll(long seconds) throws InterruptedException {
        return expected.await(seconds, TimeUnit.SECONDS);
    }

    /** Sends one and returns when the broker has it. */
    void sendAndWait(String planId, String shown) {
        try {
            send(planId, shown).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Future<RecordMetadata> send(String planId, String shown) {
        var json = "{\"reminderId\":\"" + planId + "\",\"planId\":\"" + planId + "\",\"personId\":\"person-" + planId
                + "\",\"kind\":\"PLANNED\",\"dueAt\":\"2026-11-23T10:00:00Z\",\"zone\":\"Etc/UTC\",\"routine\":" + shown
                + "}";
        var record = new ProducerRecord<>(topic, planId, utf8(json));
        record.headers()
                .add(EventHeaders.SPEC_VERSION, utf8("1.0"))
                .add(EventHeaders.ID, utf8(planId))
                .add(EventHeaders.TYPE, utf8(EventTypes.REMINDER_DUE))
                .add(EventHeaders.SOURCE, utf8("/limber/bench"))
                .add(EventHeaders.SUBJECT, utf8(planId))
                .add(EventHeaders.TIME, utf8("2026-11-23T10:00:00Z"))
                .add(EventHeaders.TENANT, utf8("bench"))
                .add(EventHeaders.CONTENT_TYPE, utf8("application/json"));
        var counting = expected;
        return producer.send(record, (sent, error) -> {
            if (error == null) {
                counting.countDown();
            }
        });
    }

    @Override
    public void close() {
        producer.close();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
