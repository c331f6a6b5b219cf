package io.limber.reminder.schedule;

import io.limber.kit.events.UndecodableEvent;
import io.limber.reminder.bucket.Ownership;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Schedule records of one poll, decoded, by bucket. */
record ScheduleBatch(List<Part> parts) {
    static ScheduleBatch of(ConsumerRecords<String, byte[]> records, ScheduleDecoder decoder, Ownership ownership) {
        List<Part> parts = new ArrayList<>();
        for (TopicPartition partition : records.partitions()) {
            int bucket = partition.partition();
            parts.add(Part.of(bucket, ownership.term(bucket), records.records(partition), decoder));
        }
        return new ScheduleBatch(parts);
    }

    boolean isOursInPart(Ownership ownership) {
        return parts.stream().anyMatch(part -> ownership.term(part.bucket()) == part.term());
    }

    /**
     * What one bucket has of it.
     *
     * @param term of owning the bucket in which it was read
     * @param end the offset behind its last record
     * @param refused those that are not dead letters yet
     */
    record Part(int bucket, long term, long end, List<Decoded> readable, List<Refused> refused) {
        private static Part of(
                int bucket, long term, List<ConsumerRecord<String, byte[]>> records, ScheduleDecoder decoder) {
            List<Decoded> readable = new ArrayList<>(records.size());
            List<Refused> refused = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : records) {
                try {
                    readable.add(new Decoded(record, decoder.decode(record)));
                } catch (UndecodableEvent e) {
                    refused.add(new Refused(record, e.reason()));
                }
            }
            return new Part(bucket, term, records.getLast().offset() + 1, readable, refused);
        }
    }

    /** A record and what it says. */
    record Decoded(ConsumerRecord<String, byte[]> record, ScheduleChange change) {}

    /** A record that says nothing, and why. */
    record Refused(ConsumerRecord<String, byte[]> record, String reason) {}
}
