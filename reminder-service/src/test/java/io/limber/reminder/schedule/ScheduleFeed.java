package io.limber.reminder.schedule;

import io.limber.contracts.EventTypes;
import io.limber.contracts.ScheduleChanged;
import io.limber.contracts.Topics;
import io.limber.kit.events.Event;
import io.limber.kit.events.EventJson;
import io.limber.kit.events.UndecodableEvent;
import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.bucket.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Feeds schedules to the engine as its consumer does, into a bucket of the test's choice. */
@ApplicationScoped
public class ScheduleFeed {
    private final ScheduleIngest ingest;

    ScheduleFeed(ScheduleIngest ingest) {
        this.ingest = ingest;
    }

    public void put(Lease lease, String tenant, List<ScheduleChanged> schedules) {
        List<ScheduleChange> changes = new ArrayList<>();
        schedules.forEach(schedule -> changes.add(decoded(record(lease.bucket(), tenant, schedule))));
        ingest.apply(List.of(lease), changes);
    }

    public void remove(Lease lease, String planId) {
        ingest.apply(
                List.of(lease),
                List.of(decoded(new ConsumerRecord<>(Topics.SCHEDULES, lease.bucket(), 0, planId, null))));
    }

    public static ConsumerRecord<String, byte[]> record(int bucket, String tenant, ScheduleChanged schedule) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(Topics.SCHEDULES, bucket, 0, schedule.planId(), EventJson.write(schedule));
        new Event(
                        UUID.randomUUID().toString(),
                        EventTypes.SCHEDULE_CHANGED,
                        "/limber/routine",
                        schedule.planId(),
                        Instant.EPOCH,
                        Optional.of(new TenantId(tenant)),
                        Optional.empty())
                .headers()
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static ScheduleChange decoded(ConsumerRecord<String, byte[]> record) {
        try {
            return new ScheduleDecoder().decode(record);
        } catch (UndecodableEvent e) {
            throw new AssertionError(e);
        }
    }
}
