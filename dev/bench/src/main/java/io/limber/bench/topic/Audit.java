package io.limber.bench.topic;

import io.limber.bench.population.Population;
import io.limber.contracts.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what a firing left on {@code limber.reminders}, committed records only, and counts by plan: who is missing, who is there
 * twice, whose record is not the one it should be. A bit a plan, so a million take 125 KiB.
 */
public final class Audit {

    /** How much time a slot of {@link Findings#bySlot} covers. */
    public static final int SLOT_SECONDS = 10;

    private static final Duration POLL = Duration.ofMillis(200);

    private final Population population;
    private final Visibility visibility;
    private final ReminderIds ids = new ReminderIds();
    private final BitSet seen;
    private final Lateness lateness = new Lateness();
    private final TreeMap<Long, Lateness> bySlot = new TreeMap<>();
    private long duplicates;
    private long wrong;
    private long lastVisible;

    public Audit(Population population, Visibility visibility) {
        this.population = population;
        this.visibility = visibility;
        this.seen = new BitSet(population.size());
    }

    /**
     * Reads from where the partitions ended before, until it has read everything and either every plan was there or nothing came for a while.
     */
    public Findings read(String bootstrapServers, Map<TopicPartition, Long> begin, Duration patience) {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        "read_committed",
                        "max.poll.records",
                        10_000,
                        "max.partition.fetch.bytes",
                        4 << 20),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(begin.keySet());
            begin.forEach(consumer::seek);
            var lastNew = System.nanoTime();
            while (!(isComplete() && isAtEnd(consumer)) && System.nanoTime() - lastNew < patience.toNanos()) {
                for (var record : consumer.poll(POLL)) {
                    note(record);
                    lastNew = System.nanoTime();
                }
            }
            return findings();
        }
    }

    private boolean isComplete() {
        return seen.cardinality() == population.size();
    }

    private static boolean isAtEnd(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    void note(ConsumerRecord<byte[], byte[]> record) {
        var number = record.key() == null ? -1 : population.number(record.key());
        if (number < 0) {
            wrong++;
            return;
        }
        if (seen.get(number)) {
            duplicates++;
            return;
        }
        seen.set(number);
        var due = population.due(population.cadence(number));
        var id = record.headers().lastHeader(EventHeaders.ID);
        var expected = ids.of(population.planId(number), due).toString();
        if (id == null || !expected.equals(new String(id.value(), StandardCharsets.US_ASCII))) {
            wrong++;
        }
        var visibleAt = visibility.at(new TopicPartition(record.topic(), record.partition()), record.offset());
        lastVisible = Math.max(lastVisible, visibleAt);
        lateness.add(visibleAt - due.toEpochMilli());
        bySlot.computeIfAbsent(due.getEpochSecond() / SLOT_SECONDS, slot -> new Lateness())
                .add(visibleAt - due.toEpochMilli());
    }

    Findings findings() {
        return new Findings(
                population.size(),
                population.size() - seen.cardinality(),
                duplicates,
                wrong,
                lastVisible,
                lateness,
                bySlot);
    }

    /** When a record became visible, in milliseconds since 1970. */
    @FunctionalInterface
    public interface Visibility {
        long at(TopicPartition partition, long offset);
    }

    /**
     * What was on the topic.
     *
     * @param lost plans without a record
     * @param duplicates records of a plan that had one already
     * @param wrong records of nobody, or with another id than the plan and its due time give
     * @param lastVisibleMillis when the last one became visible
     * @param bySlot lateness of what was due in each ten seconds since 1970
     */
    public record Findings(
            int planned,
            long lost,
            long duplicates,
            long wrong,
            long lastVisibleMillis,
            Lateness lateness,
            TreeMap<Long, Lateness> bySlot) {

        /** Each plan exactly once, with the right id, not before its time. */
        public boolean exactlyOnce() {
            return lost == 0 && duplicates == 0 && wrong == 0 && lateness.early() == 0;
        }
    }
}
