package io.limber.reminder.firing;

import io.limber.contracts.Topics;
import io.limber.kit.kafka.KafkaSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads the buckets' cursors from Kafka: over one connection, because a replica opens many buckets at once. */
@ApplicationScoped
class Cursors {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final KafkaSettings kafka;
    private @Nullable Admin admin;

    Cursors(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /** Waits for a transaction under way on this cursor. */
    FiringCursor read(int bucket) {
        TopicPartition cursor = new TopicPartition(Topics.REMINDERS, bucket);
        try {
            OffsetAndMetadata committed = admin().listConsumerGroupOffsets(
                            ReminderProducer.GROUP, new ListConsumerGroupOffsetsOptions().requireStable(true))
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .get(cursor);
            return committed == null ? FiringCursor.NONE : FiringCursor.of(committed.offset(), committed.metadata());
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the cursor cannot be read now", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while the cursor is read", e);
        }
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
            admin = null;
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(kafka.admin());
        }
        return admin;
    }
}
