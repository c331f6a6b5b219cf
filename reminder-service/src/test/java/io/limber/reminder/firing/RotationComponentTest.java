package io.limber.reminder.firing;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.contracts.EventHeaders;
import io.limber.contracts.Topics;
import io.limber.reminder.ReminderServiceTest;
import io.limber.reminder.bucket.Buckets;
import io.limber.reminder.bucket.Ownership;
import io.limber.reminder.schedule.ScheduleFeed;
import io.limber.testkit.SettableClock;
import io.limber.testkit.TopicReader;
import io.limber.testkit.TopicRecord;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buckets that are due together take turns on the threads there are; here it is one. On the real clock. */
@ReminderServiceTest
@TestProfile(RotationComponentTest.OneThread.class)
class RotationComponentTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MANY = 3_000;
    private static final int FEW = 20;

    @Inject
    Ownership ownership;

    @Inject
    Buckets buckets;

    @Inject
    ScheduleFeed feed;

    @Inject
    SettableClock clock;

    private final String tenant = "t-" + UUID.randomUUID();

    @BeforeEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aFullBucketDoesNotHoldUpAnother() {
        // Given
        Awaitility.await().atMost(LIMIT).until(() -> ownership.owned().size() == buckets.count());
        Instant due = Clock.systemUTC().instant().plusSeconds(8).truncatedTo(ChronoUnit.SECONDS);
        long lateness = PlanFixture.ownLateness();

        // When
        for (int bucket = 0; bucket < buckets.count(); bucket++) {
            put(bucket, bucket == buckets.count() - 1 ? FEW : MANY / (buckets.count() - 1), due, lateness);
        }

        // Then
        List<TopicRecord> all = emitted(MANY / (buckets.count() - 1) * (buckets.count() - 1) + FEW);
        long lastOfFew = last(all, buckets.count() - 1);
        for (int bucket = 0; bucket < buckets.count() - 1; bucket++) {
            assertThat(last(all, bucket)).as("bucket %d", bucket).isGreaterThan(lastOfFew);
        }
    }

    private void put(int bucket, int count, Instant due, long lateness) {
        List<io.limber.contracts.ScheduleChanged> plans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            plans.add(PlanFixture.daily(tenant, lateness)
                    .at("UTC", due.atZone(ZoneOffset.UTC).toLocalTime())
                    .active(due.atZone(ZoneOffset.UTC).toLocalDate(), null)
                    .event());
        }
        feed.put(ownership.lease(bucket).orElseThrow(), tenant, plans);
    }

    private List<TopicRecord> emitted(int count) {
        try (TopicReader reader = TopicReader.open(Topics.REMINDERS)) {
            return reader.readUntil(seen -> own(seen).size() >= count, LIMIT).stream()
                    .filter(record -> record.header(EventHeaders.TENANT).equals(tenant))
                    .toList();
        }
    }

    private List<TopicRecord> own(List<TopicRecord> records) {
        return records.stream()
                .filter(record -> record.header(EventHeaders.TENANT).equals(tenant))
                .toList();
    }

    private static long last(List<TopicRecord> records, int bucket) {
        return records.stream()
                .filter(record -> record.partition() == bucket)
                .mapToLong(TopicRecord::timestamp)
                .max()
                .orElseThrow();
    }

    /** One thread, small chunks. */
    public static class OneThread implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "limber.firing.enabled", "true", "limber.firing.threads", "1", "limber.firing.chunk-size", "20");
        }
    }
}
