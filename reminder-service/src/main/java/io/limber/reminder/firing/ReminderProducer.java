package io.limber.reminder.firing;

import io.limber.contracts.Topics;
import io.limber.kit.kafka.KafkaSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends a bucket's reminders in Kafka transactions that also commit the cursor. Opening one fences every earlier one of
 * the bucket and settles what it left open, so the cursor read afterwards is the truth.
 *
 * <p>After any exception the producer's state is unknown: close it, open another and read the cursor.
 */
class ReminderProducer implements AutoCloseable {
    static final String GROUP = "limber.reminder.firing";

    private static final Duration CLOSE = Duration.ofSeconds(2);
    // A producer for each bucket: together their buffers must fit into a small heap.
    private static final int BATCH = 128 * 1024;
    private static final long BUFFER = 2L * 1024 * 1024;
    // The reminders of a due time are much alike: a tenth of the bytes for broker and consumers, for little here.
    private static final String COMPRESSION = "lz4";

    private final KafkaProducer<byte[], byte[]> producer;
    private final Cursors cursors;
    private final TopicPartition cursor;

    /** Fences every earlier producer of the bucket, and settles what it left open. */
    ReminderProducer(KafkaSettings kafka, Cursors cursors, int bucket) {
        this.cursors = cursors;
        this.cursor = new TopicPartition(Topics.REMINDERS, bucket);
        Map<String, Object> settings = kafka.transactionalProducer(GROUP + "." + bucket);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER);
        settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, COMPRESSION);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close(CLOSE);
            throw e;
        }
    }

    FiringCursor cursor() {
        return cursors.read(cursor.partition());
    }

    /** Emits all of {@code reminders} and the cursor behind them, or nothing. */
    void emit(List<DueReminder> reminders, FiringCursor behind, Instant now) {
        ReminderRecords records = new ReminderRecords(cursor, now);
        producer.beginTransaction();
        for (DueReminder reminder : reminders) {
            // A failed send fails the commit below.
            var unused = producer.send(records.of(reminder));
        }
        producer.sendOffsetsToTransaction(
                Map.of(cursor, new OffsetAndMetadata(behind.emitted(), behind.metadata())),
                new ConsumerGroupMetadata(GROUP));
        commit();
    }

    /** From here on the reminders are emitted. */
    void commit() {
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
