package io.limber.reminder.schedule;

import io.limber.kit.events.DeadLetters;
import io.limber.kit.events.Patience;
import io.limber.kit.events.UndecodableEvent;
import io.limber.reminder.bucket.DatabaseFault;
import io.limber.reminder.bucket.Lease;
import io.limber.reminder.bucket.LostLease;
import io.limber.reminder.bucket.Ownership;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Reads {@code limber.schedules}. Commits the offsets itself: only of partitions whose records are in the database. The
 * connector's own strategies would also commit what was dropped because the partition was taken away meanwhile, and the
 * new owner might never see it.
 */
@ApplicationScoped
public class ScheduleConsumer {
    private static final Logger LOG = Logger.getLogger(ScheduleConsumer.class);
    private static final String CHANNEL = "schedules";

    private final Ownership ownership;
    private final ScheduleIngest ingest;
    private final TzdbOfSenders rules;
    private final DeadLetters deadLetters;
    private final Patience patience;
    private final KafkaClientService clients;

    ScheduleConsumer(
            Ownership ownership,
            ScheduleIngest ingest,
            TzdbOfSenders rules,
            DeadLetters deadLetters,
            Patience patience,
            KafkaClientService clients) {
        this.ownership = ownership;
        this.ingest = ingest;
        this.rules = rules;
        this.deadLetters = deadLetters;
        this.patience = patience;
        this.clients = clients;
    }

    @Incoming(CHANNEL)
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        rules.seen(records);
        Map<Integer, List<Decoded>> batch = decode(records);
        patience.untilDone(
                CHANNEL, () -> batch.keySet().stream().anyMatch(ownership::owns), () -> commit(apply(batch)));
    }

    private Map<Integer, List<Decoded>> decode(ConsumerRecords<String, byte[]> records) {
        Map<Integer, List<Decoded>> batch = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            List<Decoded> own = batch.computeIfAbsent(record.partition(), partition -> new ArrayList<>());
            try {
                own.add(new Decoded(record, Optional.of(ScheduleDecoder.decode(record))));
            } catch (UndecodableEvent e) {
                refuse(record, e.reason());
                own.add(new Decoded(record, Optional.empty()));
            }
        }
        return batch;
    }

    private void refuse(ConsumerRecord<String, byte[]> record, String reason) {
        patience.untilDone(CHANNEL, () -> ownership.owns(record.partition()), () -> deadLetters.send(record, reason));
    }

    /** Offsets up to which the database has everything; none of buckets that are not ours. */
    private Map<TopicPartition, OffsetAndMetadata> apply(Map<Integer, List<Decoded>> batch) {
        List<Lease> leases = new ArrayList<>();
        List<Decoded> ours = new ArrayList<>();
        batch.forEach((bucket, records) -> ownership.lease(bucket).ifPresent(lease -> {
            leases.add(lease);
            ours.addAll(records);
        }));
        try {
            applyTogether(leases, ours);
        } catch (LostLease e) {
            return applyEachBucket(leases, batch);
        }
        return offsets(ours);
    }

    private Map<TopicPartition, OffsetAndMetadata> applyEachBucket(
            List<Lease> leases, Map<Integer, List<Decoded>> batch) {
        Map<TopicPartition, OffsetAndMetadata> applied = new HashMap<>();
        for (Lease lease : leases) {
            List<Decoded> records = batch.getOrDefault(lease.bucket(), List.of());
            try {
                applyTogether(List.of(lease), records);
                applied.putAll(offsets(records));
            } catch (LostLease e) {
                LOG.warnf("Schedule records left to the bucket's new owner: %s", e.getMessage());
            }
        }
        return applied;
    }

    private void applyTogether(List<Lease> leases, List<Decoded> records) {
        try {
            ingest.apply(leases, changes(records));
        } catch (DatabaseFault e) {
            if (!e.refusesTheData()) {
                throw e;
            }
            applyOneByOne(leases, records);
        }
    }

    /** Something in the batch cannot be stored: the rest must not suffer for it. */
    private void applyOneByOne(List<Lease> leases, List<Decoded> records) {
        for (Decoded record : records) {
            try {
                ingest.apply(leases, changes(List.of(record)));
            } catch (DatabaseFault e) {
                if (!e.refusesTheData()) {
                    throw e;
                }
                refuse(record.record(), "the database refuses this schedule");
            }
        }
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (!offsets.isEmpty()) {
            clients.getConsumer(CHANNEL)
                    .commitAsync(offsets)
                    .subscribe()
                    .with(
                            done -> LOG.tracef("Schedule offsets committed: %s", offsets),
                            error ->
                                    LOG.debugf("Schedule offsets not committed, the next batch will: error=%s", error));
        }
    }

    private static List<ScheduleChange> changes(List<Decoded> records) {
        return records.stream().flatMap(record -> record.change().stream()).toList();
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(List<Decoded> records) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (Decoded decoded : records) {
            ConsumerRecord<String, byte[]> record = decoded.record();
            offsets.put(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        }
        return offsets;
    }

    /** @param change empty when it became a dead letter */
    private record Decoded(ConsumerRecord<String, byte[]> record, Optional<ScheduleChange> change) {}
}
