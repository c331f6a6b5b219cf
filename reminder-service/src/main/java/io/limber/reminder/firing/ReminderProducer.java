package io.limber.reminder.firing;

import static io.limber.contracts.EventHeaders.CONTENT_TYPE;
import static io.limber.contracts.EventHeaders.ID;
import static io.limber.contracts.EventHeaders.SOURCE;
import static io.limber.contracts.EventHeaders.SPEC_VERSION;
import static io.limber.contracts.EventHeaders.SUBJECT;
import static io.limber.contracts.EventHeaders.TENANT;
import static io.limber.contracts.EventHeaders.TIME;
import static io.limber.contracts.EventHeaders.TYPE;

import io.limber.contracts.EventTypes;
import io.limber.contracts.Topics;
import io.limber.kit.kafka.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends a bucket's reminders in Kafka transactions that also commit the cursor. Opening one fences every earlier one of
 * the bucket and settles what it left open, so the cursor read afterwards is the truth.
 *
 * <p>After any exception the producer's state is unknown: close it, open another and read the cursor.
 */
class ReminderProducer implements AutoCloseable {
    static final String GROUP = "limber.reminder.firing";

    private static final Duration CLOSE = Duration.ofSeconds(2);
    private static final byte[] VERSION_1 = utf8("1.0");
    private static final byte[] REMINDER_DUE = utf8(EventTypes.REMINDER_DUE);
    private static final byte[] LIMBER_REMINDER = utf8("/limber/reminder");
    private static final byte[] JSON = utf8("application/json");

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaSettings kafka;
    private final TopicPartition cursor;

    /** Fences every earlier producer of the bucket, and settles what it left open. */
    ReminderProducer(KafkaSettings kafka, int bucket) {
        this.kafka = kafka;
        this.cursor = new TopicPartition(Topics.REMINDERS, bucket);
        Map<String, Object> settings = kafka.transactionalProducer(GROUP + "." + bucket);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close(CLOSE);
            throw e;
        }
    }

    FiringCursor cursor() {
        try (KafkaConsumer<byte[], byte[]> reader = new KafkaConsumer<>(
                kafka.cursorReader(GROUP), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            OffsetAndMetadata committed = reader.committed(Set.of(cursor)).get(cursor);
            return committed == null ? FiringCursor.NONE : FiringCursor.of(committed.offset(), committed.metadata());
        }
    }

    /** Emits all of {@code reminders} and the cursor behind them, or nothing. */
    void emit(List<DueReminder> reminders, FiringCursor behind, Instant now) {
        byte[] time = utf8(now.toString());
        producer.beginTransaction();
        for (DueReminder reminder : reminders) {
            // A failed send fails the commit below.
            var unused = producer.send(message(reminder, time));
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

    private ProducerRecord<String, byte[]> message(DueReminder reminder, byte[] time) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(cursor.topic(), cursor.partition(), reminder.planId(), ReminderJson.of(reminder));
        Headers headers = message.headers();
        headers.add(SPEC_VERSION, VERSION_1);
        headers.add(ID, utf8(reminder.id().toString()));
        headers.add(TYPE, REMINDER_DUE);
        headers.add(SOURCE, LIMBER_REMINDER);
        headers.add(SUBJECT, utf8(reminder.planId()));
        headers.add(TIME, time);
        headers.add(TENANT, utf8(reminder.tenant()));
        headers.add(CONTENT_TYPE, JSON);
        return message;
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
