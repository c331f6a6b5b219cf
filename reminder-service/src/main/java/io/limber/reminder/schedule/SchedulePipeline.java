package io.limber.reminder.schedule;

import io.limber.contracts.Topics;
import io.limber.reminder.bucket.Ownership;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Two steps side by side: while the database takes one batch in, the next one is fetched and decoded. Offsets are
 * committed only of partitions still held, and only up to what is in the database. For one thread, the consumer's.
 */
final class SchedulePipeline implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SchedulePipeline.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SIGN_OF_LIFE = Duration.ofMillis(500);
    private static final Duration END = Duration.ofSeconds(5);

    private final KafkaConsumer<String, byte[]> consumer;
    private final ScheduleWriter writer;
    private final TzdbOfSenders rules;
    private final Ownership ownership;
    private final ScheduleDecoder decoder = new ScheduleDecoder();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("schedules-writer").daemon().factory());
    private final Deque<ScheduleBatch> read = new ArrayDeque<>();
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private boolean committing;
    private Future<Map<Integer, Long>> writing = CompletableFuture.completedFuture(Map.of());

    SchedulePipeline(
            KafkaConsumer<String, byte[]> consumer, ScheduleWriter writer, TzdbOfSenders rules, Ownership ownership) {
        this.consumer = consumer;
        this.writer = writer;
        this.rules = rules;
        this.ownership = ownership;
    }

    /** Reads what there is and hands it on. */
    void turn() throws InterruptedException {
        decode(consumer.poll(POLL));
        if (writing.isDone()) {
            finish();
        }
        while (!read.isEmpty()) {
            awaitWritten();
            ScheduleBatch batch = read.removeFirst();
            writing = thread.submit(() -> writer.write(batch));
        }
    }

    private void decode(ConsumerRecords<String, byte[]> records) {
        if (!records.isEmpty()) {
            rules.seen(records);
            read.addLast(ScheduleBatch.of(records, decoder, ownership));
        }
    }

    private void awaitWritten() throws InterruptedException {
        while (!isWrittenWithin(SIGN_OF_LIFE)) {
            signOfLife();
        }
        finish();
    }

    private boolean isWrittenWithin(Duration patience) throws InterruptedException {
        try {
            writing.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    /** Takes part in the group without reading on, however long the database needs. */
    private void signOfLife() {
        consumer.pause(consumer.assignment());
        try {
            // Of a partition that is given to us in this very moment, and so is not paused, there may be records.
            decode(consumer.poll(Duration.ZERO));
        } finally {
            consumer.resume(consumer.paused());
        }
    }

    /** Also what an earlier commit failed for: no later record of that partition may come for long. */
    private void finish() throws InterruptedException {
        noteWritten();
        Map<TopicPartition, OffsetAndMetadata> offsets = Map.copyOf(uncommitted);
        if (!offsets.isEmpty() && !committing) {
            committing = true;
            consumer.commitAsync(offsets, (committed, error) -> {
                committing = false;
                if (error == null) {
                    committed.forEach(uncommitted::remove);
                } else {
                    LOG.debugf("Schedule offsets not committed, trying again: error=%s", error);
                }
            });
        }
    }

    private void noteWritten() throws InterruptedException {
        try {
            writing.get()
                    .forEach((bucket, end) ->
                            uncommitted.put(new TopicPartition(Topics.SCHEDULES, bucket), new OffsetAndMetadata(end)));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        writing = CompletableFuture.completedFuture(Map.of());
        uncommitted.keySet().retainAll(consumer.assignment());
    }

    /** Lets the batch under way end, so that the next owner need not repeat it. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (isWrittenWithin(END)) {
                noteWritten();
                consumer.commitSync(uncommitted, END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debugf("Schedule offsets not committed, the next owner repeats a batch: error=%s", e);
        }
    }
}
