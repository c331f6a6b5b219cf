package io.limber.kit.events;

import io.limber.contracts.EventHeaders;
import io.limber.contracts.Topics;
import io.limber.kit.kafka.KafkaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where records go that can never be applied: unchanged, with the reason beside them, so that they can be looked at and
 * sent again. {@link #send} returns only when the broker has the record, so it must come before the offset is committed.
 */
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final KafkaSettings kafka;
    private final MeterRegistry metrics;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    DeadLetters(KafkaSettings kafka, MeterRegistry metrics) {
        this.kafka = kafka;
        this.metrics = metrics;
    }

    /**
     * @throws IllegalStateException when the broker did not take it; the caller's batch is then tried again as a whole
     */
    public void send(ConsumerRecord<String, byte[]> record, String reason) {
        byte[] key = record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(Topics.deadLetters(record.topic()), key, record.value());
        record.headers().forEach(letter.headers()::add);
        Headers headers = letter.headers();
        headers.add(EventHeaders.DEAD_REASON, utf8(reason));
        headers.add(EventHeaders.DEAD_TOPIC, utf8(record.topic()));
        headers.add(EventHeaders.DEAD_PARTITION, utf8(Integer.toString(record.partition())));
        headers.add(EventHeaders.DEAD_OFFSET, utf8(Long.toString(record.offset())));
        try {
            producer().send(letter).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing a dead letter", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the dead letter was not taken", e);
        }
        metrics.counter("limber.dead.letters", "topic", record.topic()).increment();
        LOG.warnf(
                "Record refused, see its dead letter: topic=%s partition=%d offset=%d error=%s",
                record.topic(), record.partition(), record.offset(), reason);
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    kafka.producer("dead-letters"), new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
