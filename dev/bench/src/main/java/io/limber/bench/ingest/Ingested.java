package io.limber.bench.ingest;

import io.limber.bench.stack.BenchException;
import io.limber.contracts.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * How many schedule events the service has in its database: the offsets that it commits after the database has them. Asked of the
 * broker, because counting rows again and again would take the processor from what is measured.
 */
final class Ingested implements AutoCloseable {

    private static final String GROUP = "limber-reminder-schedules";
    private static final Duration STANDSTILL = Duration.ofSeconds(60);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final Admin admin;
    private final Clock clock;

    Ingested(String bootstrapServers, Clock clock) {
        this.admin = Admin.create(IngestBench.properties(bootstrapServers));
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Events taken in since the topic was made. */
    long count() {
        return get(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata()).entrySet().stream()
                .filter(offset -> offset.getKey().topic().equals(Topics.SCHEDULES) && offset.getValue() != null)
                .mapToLong(offset -> offset.getValue().offset())
                .sum();
    }

    /** Waits until there are so many, and says when there were. */
    Instant await(long expected, IngestBench.Progress progress) {
        var last = -1L;
        var lastMove = now();
        while (true) {
            var count = count();
            var at = now();
            if (count != last) {
                progress.at(at, count);
                last = count;
                lastMove = at;
            }
            if (count >= expected) {
                return at;
            }
            if (Duration.between(lastMove, at).compareTo(STANDSTILL) > 0) {
                throw new BenchException("The service has taken in " + count + " of " + expected
                        + " schedule events and nothing for " + STANDSTILL.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    long deadLetters() {
        var partition = new TopicPartition(Topics.deadLetters(Topics.SCHEDULES), 0);
        return get(admin.listOffsets(Map.of(partition, OffsetSpec.latest())).partitionResult(partition))
                .offset();
    }

    @Override
    public void close() {
        admin.close();
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new BenchException("Kafka did not answer", e);
        }
    }
}
