package io.limber.reminder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.limber.contracts.EventTypes;
import io.limber.contracts.ReminderDue;
import io.limber.reminder.DueTopic;
import io.limber.reminder.Notifications;
import io.limber.reminder.Platform;
import io.limber.reminder.ReminderServiceTest;
import io.limber.reminder.WebhookSink;
import io.limber.testkit.SettableClock;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.TopicRecord;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of failure of a receiver leads to. */
@ReminderServiceTest
class WebhookRetryComponentTest {
    @Inject
    DeliveryWorker worker;

    @Inject
    SettableClock clock;

    final Platform platform = Platform.fresh();
    final DueTopic topic = new DueTopic();
    final WebhookSink sink = WebhookSink.open();
    final CountDownLatch end = new CountDownLatch(1);

    @BeforeEach
    void finishWhatOthersLeft() {
        clock.set(Instant.now());
        var unused = HandDriven.deliverDue(worker);
    }

    @AfterEach
    void close() {
        end.countDown();
        clock.reset();
        topic.close();
        sink.close();
    }

    @Test
    void aReceiverInTroubleIsTriedAgainLater() {
        // Given
        sink.answering((exchange, number) -> exchange.sendResponseHeaders(number < 3 ? 503 : 200, -1));
        ReminderDue due = dueAt(sink.url());

        // When
        var unused = HandDriven.deliverDue(worker);
        unused = HandDriven.deliverDue(worker);
        assertThat(sink.received()).as("not before its pause is over").hasSize(1);
        platform.deliveries(due.reminderId()).then().body("items[0].nextAttemptAt", notNullValue());
        clock.tick(Duration.ofMinutes(1));
        unused = HandDriven.deliverDue(worker);
        clock.tick(Duration.ofMinutes(5));
        unused = HandDriven.deliverDue(worker);

        // Then
        assertThat(sink.received())
                .hasSize(3)
                .allSatisfy(request -> assertThat(request.header("webhook-id")).isEqualTo(due.reminderId()));
        platform.deliveries(due.reminderId())
                .then()
                .body("items.state", contains("FAILED", "FAILED", "DELIVERED"))
                .body("items.attempt", contains(1, 2, 3))
                .body("items.reason", contains("http-503", "http-503", null));
    }

    @Test
    void afterTheLastAttemptItIsGivenUp() {
        // Given
        sink.answering(WebhookSink.status(500));
        ReminderDue due = dueAt(sink.url());

        // When
        for (int attempt = 1; attempt <= 8; attempt++) {
            var unused = HandDriven.deliverDue(worker);
            clock.tick(Duration.ofHours(6));
        }

        // Then
        assertThat(sink.received()).hasSize(6);
        platform.deliveries(due.reminderId()).then().body("items", hasSize(6)).body("items[5].state", equalTo("DEAD"));
        platform.reminder(due.reminderId()).then().body("state", equalTo("FAILED"));
        TopicRecord event = Notifications.of(due.planId(), 1).getFirst();
        assertThat(event.header("ce_type")).isEqualTo(EventTypes.REMINDER_FAILED);
        assertThat(event.json().get("reason").asText()).isEqualTo("attempts-exhausted");
        assertThat(event.json().get("attempts").asInt()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 422})
    void aRefusalIsGivenUpAtOnce(int status) {
        // Given
        sink.answering(WebhookSink.status(status));
        ReminderDue due = dueAt(sink.url());

        // When
        var unused = HandDriven.deliverDue(worker);

        // Then
        platform.deliveries(due.reminderId())
                .then()
                .body("items.state", contains("DEAD"))
                .body("items.reason", contains("http-" + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 408, 425, 429, 500})
    void aPassingTroubleIsNot(int status) {
        // Given
        sink.answering((exchange, number) -> {
            exchange.getResponseHeaders().set("Location", sink.url() + "&followed");
            exchange.getResponseHeaders().set("Retry-After", "120");
            exchange.sendResponseHeaders(status, -1);
        });
        ReminderDue due = dueAt(sink.url());
        Instant before = clock.instant();

        // When
        var unused = HandDriven.deliverDue(worker);

        // Then
        Response deliveries = platform.deliveries(due.reminderId());
        deliveries.then().body("items.state", contains("FAILED")).body("items.reason", contains("http-" + status));
        assertThat(Instant.parse(deliveries.path("items[0].nextAttemptAt")))
                .as("as long as the receiver asked for")
                .isAfterOrEqualTo(before.plusSeconds(119));
        assertThat(sink.received()).as("no redirect is followed").hasSize(1);
    }

    @Test
    void aReceiverThatIsGoneIsNotBotheredAgain() {
        // Given
        sink.answering(WebhookSink.status(410));
        String endpoint = platform.receiveAt(sink.url()).path("id");
        ReminderDue due = topic.bring(platform, DueTopic.due("p", clock.instant()));

        // When
        var unused = HandDriven.deliverDue(worker);
        ReminderDue next =
                topic.bring(platform, DueTopic.due("p", clock.instant().plusSeconds(60)));
        unused = HandDriven.deliverDue(worker);

        // Then
        platform.get("/v1/webhook-endpoints/{id}", endpoint)
                .then()
                .body("state", equalTo("DISABLED"))
                .body("disabledReason", equalTo("http-410"));
        platform.deliveries(due.reminderId()).then().body("items.state", contains("DEAD"));
        platform.deliveries(next.reminderId()).then().body("items.reason", contains("no-destination"));
        assertThat(sink.received()).hasSize(1);
    }

    @Test
    void aReceiverThatDoesNotAnswerIsLeftAfterTheTimeout() {
        // Given
        sink.answering((exchange, number) -> awaitEnd());
        ReminderDue due = dueAt(sink.url());

        // When
        var unused = HandDriven.deliverDue(worker);

        // Then
        platform.deliveries(due.reminderId()).then().body("items.reason", contains("timeout"));
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        // Given
        sink.answering((exchange, number) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[64 * 1024];
            for (int i = 0; i < 1000; i++) {
                exchange.getResponseBody().write(block);
            }
        });
        ReminderDue due = dueAt(sink.url());

        // When
        var unused = HandDriven.deliverDue(worker);

        // Then
        platform.deliveries(due.reminderId()).then().body("items.state", contains("DELIVERED"));
    }

    @Test
    void nobodyListeningIsAPassingTrouble() {
        // Given
        String url = sink.url();
        sink.close();
        ReminderDue due = dueAt(url);

        // When
        var unused = HandDriven.deliverDue(worker);

        // Then
        platform.deliveries(due.reminderId()).then().body("items.reason", contains("connection-failed"));
    }

    @Test
    void aSecretThatCannotBeReadStopsNobodyElse() {
        // Given
        String broken = platform.receiveAt(sink.url()).path("id");
        var changed = SqlProbe.as("reminder", SqlProbe.Role.APP)
                .inTenant(platform.tenant())
                .execute("UPDATE webhook_secret SET sealed = 'otherkey:AAAA' WHERE endpoint_id = ?::uuid", broken);
        assertThat(changed).isOne();
        ReminderDue due = dueAt(sink.url() + "&good");

        // When
        var unused = HandDriven.deliverDue(worker);

        // Then
        platform.deliveries(due.reminderId())
                .then()
                .body("items.state", containsInAnyOrder("FAILED", "DELIVERED"))
                .body("items.reason", containsInAnyOrder("secret-unreadable", null));
        assertThat(sink.received()).hasSize(1);
    }

    private ReminderDue dueAt(String url) {
        platform.receiveAt(url);
        return topic.bring(platform, DueTopic.due("p-" + UUID.randomUUID(), clock.instant()));
    }

    private void awaitEnd() {
        try {
            boolean unused = end.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
