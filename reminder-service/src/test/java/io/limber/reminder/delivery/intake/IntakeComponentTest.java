package io.limber.reminder.delivery.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.contracts.EventHeaders;
import io.limber.contracts.ReminderDue;
import io.limber.contracts.Topics;
import io.limber.kit.events.EventJson;
import io.limber.reminder.DueTopic;
import io.limber.reminder.Platform;
import io.limber.reminder.ReminderServiceTest;
import io.limber.reminder.bucket.Backlog;
import io.limber.testkit.TopicReader;
import io.limber.testkit.TopicRecord;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A record that can never be taken in becomes a dead letter, and the next one is taken in. */
@ReminderServiceTest
class IntakeComponentTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    Backlog backlog;

    final Platform platform = Platform.fresh();

    /** Each breaks a good record in one way. */
    interface Break {
        byte[] apply(byte[] value, Map<String, String> headers);
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                breaking("is not JSON", (value, headers) -> utf8("{\"reminderId\":")),
                breaking("is empty", (value, headers) -> new byte[0]),
                breaking("is JSON null", (value, headers) -> utf8("null")),
                breaking("lacks a field", (value, headers) -> replace(value, "\"personId\"", "\"person\"")),
                breaking("has a kind nobody knows", (value, headers) -> replace(value, "PLANNED", "SURPRISING")),
                breaking(
                        "has an id that is none",
                        (value, headers) -> replace(value, "\"reminderId\":\"", "\"reminderId\":\"x")),
                breaking(
                        "holds what the database refuses",
                        (value, headers) -> replace(value, "Cat-Cow", "Cat\\u0000Cow")),
                breaking("has no type", (value, headers) -> without(value, headers, EventHeaders.TYPE)),
                breaking("has no tenant", (value, headers) -> without(value, headers, EventHeaders.TENANT)),
                breaking(
                        "has a tenant that is none",
                        (value, headers) -> with(value, headers, EventHeaders.TENANT, "No One")),
                breaking(
                        "is of another type",
                        (value, headers) -> with(value, headers, EventHeaders.TYPE, "io.limber.x.y.v1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void aRecordThatCannotBeReadIsPutAsideAndTheNextIsTaken(String what, Break breaking) {
        try (DueTopic topic = new DueTopic();
                TopicReader letters = TopicReader.open(Topics.deadLetters(Topics.REMINDERS))) {
            // Given
            String plan = UUID.randomUUID().toString();
            ReminderDue bad = DueTopic.due(plan, "p", Instant.parse("2026-11-23T09:00:00Z"));
            ReminderDue good = DueTopic.due(plan, "p", Instant.parse("2026-11-23T10:00:00Z"));
            Map<String, String> headers =
                    new HashMap<>(DueTopic.event(platform, bad).headers());
            byte[] value = breaking.apply(EventJson.write(bad), headers);

            // When
            topic.putRaw(plan, value, headers);
            topic.put(platform, good);

            // Then
            topic.await(platform, good);
            TopicRecord letter = letters.readFirst(record -> plan.equals(record.key()), LIMIT);
            assertThat(letter.value()).isEqualTo(new String(value, StandardCharsets.UTF_8));
            assertThat(letter.header(EventHeaders.DEAD_REASON)).isNotBlank();
            assertThat(letter.header(EventHeaders.DEAD_TOPIC)).isEqualTo(Topics.REMINDERS);
        }
    }

    @Test
    void deliveryGivesWayToFiringButDoesNotStop() {
        try (DueTopic topic = new DueTopic()) {
            // Given: a bucket that never comes to its end
            backlog.begins(1);
            ReminderDue due = DueTopic.due(UUID.randomUUID().toString(), "p", Instant.parse("2026-11-23T09:00:00Z"));

            // When
            topic.put(platform, due);

            // Then
            Awaitility.await().until(backlog::isAwaited);
            topic.await(platform, due);
        } finally {
            backlog.ends(1);
        }
    }

    private static Arguments breaking(String what, Break breaking) {
        return Arguments.of(what, breaking);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replace(byte[] value, String what, String by) {
        String text = new String(value, StandardCharsets.UTF_8);
        assertThat(text).contains(what);
        return utf8(text.replace(what, by));
    }

    private static byte[] without(byte[] value, Map<String, String> headers, String name) {
        headers.remove(name);
        return value;
    }

    private static byte[] with(byte[] value, Map<String, String> headers, String name, String text) {
        headers.put(name, text);
        return value;
    }
}
