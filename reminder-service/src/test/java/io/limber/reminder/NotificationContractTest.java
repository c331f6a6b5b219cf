package io.limber.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.limber.contracts.Contracts;
import io.limber.contracts.EventHeaders;
import io.limber.contracts.EventTypes;
import io.limber.contracts.ReminderDue;
import io.limber.kit.events.EventJson;
import io.limber.reminder.delivery.DeliveryWorker;
import io.limber.reminder.delivery.HandDriven;
import io.limber.testkit.TopicRecord;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every notification this service makes is what the contracts say, and every sample of what it reads is taken. */
@ReminderServiceTest
class NotificationContractTest {
    @Inject
    DeliveryWorker worker;

    final Platform platform = Platform.fresh();

    @Test
    void everyNotificationFitsItsSchema() {
        try (DueTopic topic = new DueTopic();
                WebhookSink sink = WebhookSink.open();
                WebhookSink broken = WebhookSink.open().answering(WebhookSink.status(404))) {
            // Given
            String plan = UUID.randomUUID().toString();
            Instant now = Instant.now();
            ReminderDue nobody = topic.bring(platform, DueTopic.due(plan, "p", now));
            var unused = HandDriven.deliverDue(worker);
            platform.receiveAt(sink.url());
            platform.receiveAt(broken.url());
            ReminderDue one = topic.bring(platform, DueTopic.due(plan, "p", now.plusSeconds(1)));
            ReminderDue two = topic.bring(platform, DueTopic.due(plan, "p", now.plusSeconds(2)));

            // When
            unused = HandDriven.deliverDue(worker);
            platform.post("/v1/reminders/{id}/done", Map.of(), nobody.reminderId());
            platform.post("/v1/reminders/{id}/snooze", Map.of("minutes", 5), one.reminderId());
            platform.post("/v1/reminders/{id}/skip", Map.of("reason", "BUSY"), two.reminderId());

            // Then
            Set<String> seen = new HashSet<>();
            for (TopicRecord record : Notifications.of(plan, 8)) {
                String type = record.header(EventHeaders.TYPE);
                assertFits(type, Objects.requireNonNull(record.value()));
                assertThat(record.header(EventHeaders.SPEC_VERSION)).isEqualTo("1.0");
                assertThat(record.header(EventHeaders.SOURCE)).isEqualTo("/limber/reminder");
                assertThat(record.header(EventHeaders.SUBJECT)).isEqualTo(plan);
                assertThat(record.header(EventHeaders.TENANT)).isEqualTo(platform.tenant());
                seen.add(type);
            }
            assertThat(seen)
                    .containsExactlyInAnyOrder(
                            EventTypes.REMINDER_SUPPRESSED,
                            EventTypes.REMINDER_DELIVERED,
                            EventTypes.REMINDER_FAILED,
                            EventTypes.REMINDER_DONE,
                            EventTypes.REMINDER_SNOOZED,
                            EventTypes.REMINDER_SKIPPED);
            assertThat(sink.received()).allSatisfy(request -> {
                Object data = JsonPath.from(request.body()).get("data");
                assertFits(EventTypes.REMINDER_DUE, new String(EventJson.write(data), StandardCharsets.UTF_8));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Contracts.MINIMAL, Contracts.FULL})
    void everySampleOfADueReminderIsTaken(String name) throws Exception {
        try (DueTopic topic = new DueTopic()) {
            // Given
            ReminderDue sample = EventJson.read(
                    resource(Contracts.sample(EventTypes.REMINDER_DUE, name)).getBytes(StandardCharsets.UTF_8),
                    ReminderDue.class);

            // When
            topic.bring(platform, sample);

            // Then
            assertThat(platform.reminder(sample.reminderId()).<String>path("routine.name"))
                    .isEqualTo(sample.routine().name());
        }
    }

    private static void assertFits(String type, String json) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource(Contracts.schema(type)));
        assertThat(schema.validate(json, InputFormat.JSON))
                .as(type + ": " + json)
                .isEmpty();
    }

    private static String resource(String name) {
        try (InputStream in = Contracts.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
