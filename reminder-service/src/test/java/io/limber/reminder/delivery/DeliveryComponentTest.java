package io.limber.reminder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import com.icegreen.greenmail.util.GreenMail;
import com.standardwebhooks.Webhook;
import io.limber.contracts.EventTypes;
import io.limber.contracts.ReminderDue;
import io.limber.reminder.DueTopic;
import io.limber.reminder.Notifications;
import io.limber.reminder.Platform;
import io.limber.reminder.ReminderServiceTest;
import io.limber.reminder.WebhookSink;
import io.limber.testkit.SettableClock;
import io.limber.testkit.TopicRecord;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReminderServiceTest
class DeliveryComponentTest {
    private static final Instant TEN = Instant.parse("2026-11-23T09:00:00Z");

    @Inject
    DeliveryWorker worker;

    @Inject
    DeliveryQueue queue;

    @Inject
    SettableClock clock;

    @SuppressWarnings("NullAway.Init")
    GreenMail mail;

    final Platform platform = Platform.fresh();
    final String person = "p-" + UUID.randomUUID();
    final DueTopic topic = new DueTopic();
    final WebhookSink sink = WebhookSink.open();

    @BeforeEach
    void finishWhatOthersLeft() {
        clock.set(Instant.now());
        var unused = HandDriven.deliverDue(worker);
    }

    @AfterEach
    void close() {
        clock.reset();
        topic.close();
        sink.close();
    }

    @Test
    void deliversToEveryDestinationAndAnnouncesEach() throws Exception {
        // Given
        platform.reachByMail(person, person + "@example.com");
        String secret = platform.receiveAt(sink.url()).path("secrets[0]");
        ReminderDue due = topic.bring(platform, DueTopic.due(person, TEN));

        // When
        var unused = HandDriven.deliverDue(worker);

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
        assertThat(Notifications.of(due.planId(), 2))
                .extracting(record -> record.header("ce_type"))
                .containsExactly(EventTypes.REMINDER_DELIVERED, EventTypes.REMINDER_DELIVERED);
    }

    @Test
    void aRepeatedRecordIsNotDeliveredAgain() {
        // Given
        platform.receiveAt(sink.url());
        ReminderDue due = topic.bring(platform, DueTopic.due(person, TEN));
        var unused = HandDriven.deliverDue(worker);

        // When
        platform.receiveAt(sink.url() + "&added=later");
        topic.put(platform, due);
        topic.bring(platform, DueTopic.due(due.planId(), person, TEN.plusSeconds(1)));
        unused = HandDriven.deliverDue(worker);

        // Then
        assertThat(sink.received())
                .filteredOn(request -> request.header("webhook-id").equals(due.reminderId()))
                .hasSize(1);
    }

    @Test
    void aReminderForNobodyIsSuppressedWithItsReason() {
        // Given
        ReminderDue due = topic.bring(platform, DueTopic.due(person, TEN));

        // When
        var unused = HandDriven.deliverDue(worker);

        // Then
        platform.deliveries(due.reminderId())
                .then()
                .body("items.channel", contains("NONE"))
                .body("items.state", contains("SUPPRESSED"))
                .body("items.attempt", contains(0))
                .body("items.reason", contains("no-destination"));
        platform.reminder(due.reminderId()).then().body("state", equalTo("SUPPRESSED"));
        TopicRecord event = Notifications.of(due.planId(), 1).getFirst();
        assertThat(event.header("ce_type")).isEqualTo(EventTypes.REMINDER_SUPPRESSED);
        assertThat(event.json().get("reason").asText()).isEqualTo("no-destination");
    }

    @Test
    void aMailAboutSomethingAnsweredMeanwhileIsNotSent() {
        // Given
        platform.reachByMail(person, person + "@example.com");
        ReminderDue due = topic.bring(platform, DueTopic.due(person, TEN));
        platform.post("/v1/reminders/{id}/done", Map.of(), due.reminderId())
                .then()
                .statusCode(200);

        // When
        var unused = HandDriven.deliverDue(worker);

        // Then
        assertThat(mail.getReceivedMessagesForDomain(person + "@example.com")).isEmpty();
        platform.deliveries(due.reminderId())
                .then()
                .body("items.state", contains("SUPPRESSED"))
                .body("items.reason", contains("already-answered"));
    }

    @Test
    void whatWasRemovedMeanwhileIsGivenUp() {
        // Given
        String point = platform.reachByMail(person, person + "@example.com");
        ReminderDue due = topic.bring(platform, DueTopic.due(person, TEN));
        platform.call()
                .header(
                        "If-Match",
                        platform.get("/v1/contact-points/{id}", point).header("ETag"))
                .delete("/v1/contact-points/{id}", point)
                .then()
                .statusCode(204);

        // When
        var unused = HandDriven.deliverDue(worker);

        // Then
        platform.deliveries(due.reminderId())
                .then()
                .body("items.state", contains("DEAD"))
                .body("items.reason", contains("destination-gone"));
        platform.reminder(due.reminderId()).then().body("state", equalTo("FAILED"));
    }

    @Test
    void aClaimThatADeadProcessLeftIsTakenAgainWithTheSameId() throws Exception {
        // Given
        platform.receiveAt(sink.url());
        ReminderDue due = topic.bring(platform, DueTopic.due(person, TEN));
        Instant now = clock.instant();
        var claimedAndThenKilled = queue.claimAcrossTenants(now, now.plus(Duration.ofSeconds(60)), 100, 100, Map.of());
        assertThat(claimedAndThenKilled).isNotEmpty();

        // When
        var beforeItsEnd = HandDriven.deliverDue(worker);
        clock.tick(Duration.ofSeconds(61));
        var afterItsEnd = HandDriven.deliverDue(worker);

        // Then
        assertThat(beforeItsEnd).isZero();
        assertThat(afterItsEnd).isPositive();
        assertThat(sink.received())
                .extracting(request -> request.header("webhook-id"))
                .containsExactly(due.reminderId());
        platform.deliveries(due.reminderId())
                .then()
                .body("items.attempt", contains(1, 2))
                .body("items.state", contains("SENDING", "DELIVERED"));
    }
}
