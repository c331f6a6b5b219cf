package io.limber.reminder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import com.icegreen.greenmail.util.GreenMail;
import com.standardwebhooks.Webhook;
import io.limber.contracts.EventTypes;
import io.limber.contracts.ReminderDue;
import io.limber.contracts.Topics;
import io.limber.reminder.DueTopic;
import io.limber.reminder.Platform;
import io.limber.reminder.ReminderServiceTest;
import io.limber.reminder.WebhookSink;
import io.limber.testkit.SettableClock;
import io.limber.testkit.TopicReader;
import io.limber.testkit.TopicRecord;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReminderServiceTest
class DeliveryComponentTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    DeliveryWorker worker;

    @Inject
    SettableClock clock;

    @SuppressWarnings("NullAway.Init")
    GreenMail mail;

    final Platform platform = Platform.fresh();
    final DueTopic topic = new DueTopic();
    final WebhookSink sink = WebhookSink.open();

    @BeforeEach
    void finishWhatOthersLeft() {
        int unused = HandDriven.deliverDue(worker);
    }

    @AfterEach
    void close() {
        clock.reset();
        topic.close();
        sink.close();
    }

    @Test
    void delivers_to_every_destination_and_announces_each() throws Exception {
        // Given
        String person = "p-" + UUID.randomUUID();
        platform.reachByMail(person, person + "@example.com");
        String secret = platform.receiveAt(sink.url()).path("secrets[0]");
        ReminderDue due = topic.bring(platform, DueTopic.due(person, Instant.parse("2026-11-23T09:00:00Z")));

        // When
        int unused = HandDriven.deliverDue(worker);

        // Then
        assertThat(sink.received()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/hook?from=limber");
            assertThat(request.header("webhook-id")).isEqualTo(due.reminderId());
            new Webhook(secret).verify(request.body(), request.headers());
            JsonPath body = JsonPath.from(request.body());
            assertThat(body.getString("type")).isEqualTo(EventTypes.REMINDER_DUE);
            assertThat(body.getString("data.reminderId")).isEqualTo(due.reminderId());
            assertThat(body.getString("data.routine.items[0].name")).isEqualTo("Cat-Cow");
            assertThat(body.getString("links.open")).startsWith("https://limber.test/r/");
        });
        assertThat(mail.getReceivedMessagesForDomain(person + "@example.com")).hasSize(1);
        platform.deliveries(due.reminderId())
                .then()
                .statusCode(200)
                .body("items.channel", containsInAnyOrder("EMAIL", "WEBHOOK"))
                .body("items.state", everyItem(equalTo("DELIVERED")))
                .body("items.attempt", everyItem(equalTo(1)));
        platform.reminder(due.reminderId()).then().body("state", equalTo("DELIVERED"));
        assertThat(notifications(due, 2))
                .extracting(record -> record.header("ce_type"))
                .containsOnly(EventTypes.REMINDER_DELIVERED);
    }

    private List<TopicRecord> notifications(ReminderDue due, int count) {
        try (TopicReader reader = TopicReader.open(Topics.NOTIFICATIONS)) {
            return reader
                    .readUntil(
                            records -> records.stream()
                                            .filter(record -> due.planId().equals(record.key()))
                                            .count()
                                    >= count,
                            LIMIT)
                    .stream()
                    .filter(record -> due.planId().equals(record.key()))
                    .toList();
        }
    }
}
