package io.limber.kit.outbox;

import io.limber.kit.kafka.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends batches in Kafka transactions that also commit how far the relay has come. Opening one fences every earlier
 * relay of the service and settles what it left open, so the cursor read afterwards is the truth.
 *
 * <p>After any exception the producer's state is unknown: close it and open another.
 */
final class RelayProducer implements AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(3);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaSettings kafka;
    private final String group;
    private final TopicPartition cursor;

    private RelayProducer(KafkaSettings kafka, String group, TopicPartition cursor) {
        this.kafka = kafka;
        this.group = group;
        this.cursor = cursor;
        this.producer = new KafkaProducer<>(
                kafka.transactionalProducer(group), new StringSerializer(), new ByteArraySerializer());
    }

    static RelayProducer open(KafkaSettings kafka, String service, String cursorTopic) {
        RelayProducer relay =
                new RelayProducer(kafka, "limber." + service + ".relay", new TopicPartition(cursorTopic, 0));
        try {
            relay.producer.initTransactions();
            return relay;
        } catch (RuntimeException e) {
            relay.close();
            throw e;
        }
    }

    /** Position of the last record published; 0 when Kafka knows of none. */
    long committedPosition() {
        try (KafkaConsumer<byte[], byte[]> reader = new KafkaConsumer<>(
                kafka.cursorReader(group), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            OffsetAndMetadata committed = reader.committed(Set.of(cursor)).get(cursor);
            return committed == null ? 0 : committed.offset();
        }
    }

    /** Publishes all of {@code batch} and the new cursor, or nothing. */
    void publish(List<OutboxRecord> batch) {
        producer.beginTransaction();
        for (OutboxRecord record : batch) {
            ProducerRecord<String, byte[]> message =
                    new ProducerRecord<>(record.topic(), record.key(), record.payload());
            record.headers()
                    .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            // A failed send fails the commit below.
            var unused = producer.send(message);
        }
        long last = batch.get(batch.size() - 1).position();
        producer.sendOffsetsToTransaction(
                Map.of(cursor, new OffsetAndMetadata(last)), new ConsumerGroupMetadata(group));
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
