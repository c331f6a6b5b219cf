package io.limber.reminder;

import io.limber.contracts.Topics;
import io.limber.testkit.TopicReader;
import io.limber.testkit.TopicRecord;
import java.time.Duration;
import java.util.List;

/** What is on {@code limber.notifications} about a plan. */
public final class Notifications {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Notifications() {}

    /** Waits for {@code count} of them, and returns all there are then. */
    public static List<TopicRecord> of(String planId, int count) {
        try (TopicReader reader = TopicReader.open(Topics.NOTIFICATIONS)) {
            return about(
                    planId, reader.readUntil(records -> about(planId, records).size() >= count, LIMIT));
        }
    }

    private static List<TopicRecord> about(String planId, List<TopicRecord> records) {
        return records.stream().filter(record -> planId.equals(record.key())).toList();
    }
}
