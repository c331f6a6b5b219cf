package io.limber.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.contracts.EventTypes;
import io.limber.contracts.ScheduleChanged;
import io.limber.contracts.ShownRoutine;
import io.limber.contracts.Timing;
import io.limber.contracts.Topics;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.TestStack;
import io.limber.testkit.TopicReader;
import io.limber.testkit.TopicRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service that dies in the middle of a firing goes on where it was: every due reminder is on the topic exactly once. */
@Timeout(240)
class ReminderCrashJourneyTest {
    private static final int PLANS = 4_000;
    private static final Map<String, String> SMALL_CHUNKS = Map.of("LIMBER_FIRING_CHUNK_SIZE", "20");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String tenant = "t-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void firesEveryDueReminderExactlyOnceThoughKilledBetweenTwoChunks() {
        try (Events events = new Events(TestStack.bootstrapServers());
                TopicReader reminders = TopicReader.open(Topics.REMINDERS)) {
            // Given: thousands of plans due at one instant, cut into many small chunks
            ZonedDateTime due;
            try (PackagedService first = PackagedService.start("reminder", ReminderSettings.with(SMALL_CHUNKS))) {
                due = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(20).truncatedTo(ChronoUnit.SECONDS);
                sendSchedules(events, due);
                awaitIngested();
                assertThat(Instant.now()).as("the machine ingested in time").isBefore(due.toInstant());
                // When: it is killed while some are out and some are not
                reminders.readUntil(records -> ours(records) > 0, PATIENCE);
                first.kill();
                assertThat(ours(reminders.readAll())).isBetween(1L, PLANS - 1L);
            }
            // Then
            try (PackagedService second = PackagedService.start("reminder", ReminderSettings.with(SMALL_CHUNKS))) {
                reminders.readUntil(records -> ours(records) >= PLANS, PATIENCE);
                awaitMovedOn(due.toInstant());
                assertExactlyOnce(reminders.readAll());
                second.kill();
            }
        }
    }

    private void sendSchedules(Events events, ZonedDateTime due) {
        for (int plan = 0; plan < PLANS; plan++) {
            String id = planId(plan);
            events.send(Topics.SCHEDULES, id, EventTypes.SCHEDULE_CHANGED, tenant, schedule(id, due));
        }
        events.flush();
    }

    private void assertExactlyOnce(List<TopicRecord> records) {
        List<TopicRecord> mine = records.stream().filter(this::isOurs).toList();
        Set<String> plans = mine.stream().map(TopicRecord::key).collect(Collectors.toSet());
        Set<String> ids = mine.stream().map(record -> record.header("ce_id")).collect(Collectors.toSet());
        assertThat(plans).hasSize(PLANS);
        assertThat(ids).hasSize(PLANS);
        assertThat(mine).as("no reminder twice").hasSize(PLANS);
    }

    private void awaitIngested() {
        SqlProbe database = SqlProbe.as("reminder", SqlProbe.Role.LOOP);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> database.count("SELECT count(*) FROM reminder WHERE tenant = '" + tenant + "'") == PLANS);
    }

    private static void awaitMovedOn(Instant due) {
        SqlProbe database = SqlProbe.as("reminder", SqlProbe.Role.LOOP);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> database.count("SELECT count(*) FROM cadence WHERE next_due_at <= '" + due + "'") == 0);
    }

    private long ours(List<TopicRecord> records) {
        return records.stream().filter(this::isOurs).count();
    }

    private boolean isOurs(TopicRecord record) {
        return tenant.equals(record.header("ce_tenant"));
    }

    private String planId(int number) {
        return UUID.nameUUIDFromBytes((tenant + number).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    private static ScheduleChanged schedule(String planId, ZonedDateTime due) {
        return new ScheduleChanged(
                planId,
                1,
                "person-" + planId,
                ScheduleChanged.State.ACTIVE,
                new Timing(
                        List.of(due.getDayOfWeek()), List.of(LocalTime.from(due)), "Etc/UTC", "SHIFT", "FIRST", 3600),
                due.toLocalDate(),
                null,
                new ShownRoutine(
                        UUID.randomUUID().toString(),
                        "Lower back",
                        "en",
                        120,
                        List.of(new ShownRoutine.Item("cat-cow", "Cat-cow", 120))),
                due.toInstant());
    }
}
