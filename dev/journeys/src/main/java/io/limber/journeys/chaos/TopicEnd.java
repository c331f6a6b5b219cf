package io.limber.journeys.chaos;

import io.limber.journeys.history.Emission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads what is on the topic when a round is over. Each round goes on where the last one ended, so nothing is passed over. */
final class TopicEnd {
    private final String bootstrapServers;
    private final Map<TopicPartition, Long> next = new HashMap<>();

    TopicEnd(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Every committed record since the last call, read by a new consumer.
     *
     * @param tail what a waiting reader saw, for the time at which each arrived; one it did not see arrived {@code now}
     */
    List<Emission> read(List<Emission> tail, Instant now) {
        Map<Place, Instant> arrivals = new HashMap<>();
        tail.forEach(emission -> arrivals.put(Place.of(emission), emission.receivedAt()));
        List<Emission> history = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = Records.reader(bootstrapServers)) {
            next.forEach(consumer::seek);
            Map<TopicPartition, Long> ends = consumer.endOffsets(Records.PARTITIONS);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Records.POLL)) {
                    Instant arrived = arrivals.getOrDefault(new Place(record.partition(), record.offset()), now);
                    history.add(Records.emission(record, arrived));
                }
            }
            Records.PARTITIONS.forEach(partition -> next.put(partition, consumer.position(partition)));
        }
        return history;
    }

    /** How many records a reader saw that are not there any more: committed and lost. */
    static long vanished(List<Emission> tail, List<Emission> history) {
        var there = history.stream().map(Place::of).collect(java.util.stream.Collectors.toSet());
        return tail.stream()
                .filter(emission -> !there.contains(Place.of(emission)))
                .count();
    }

    private record Place(int partition, long offset) {
        static Place of(Emission emission) {
            return new Place(emission.partition(), emission.offset());
        }
    }
}
