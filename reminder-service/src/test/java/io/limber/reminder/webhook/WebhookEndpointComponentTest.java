package io.limber.reminder.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.limber.reminder.DueTopic;
import io.limber.reminder.Platform;
import io.limber.reminder.ReminderServiceTest;
import io.limber.reminder.WebhookSink;
import io.limber.reminder.WebhookSink.Received;
import io.limber.reminder.delivery.DeliveryWorker;
import io.limber.reminder.delivery.HandDriven;
import io.limber.testkit.SettableClock;
import io.limber.testkit.SqlProbe;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ReminderServiceTest
class WebhookEndpointComponentTest {
    private static final String PATH = "/v1/webhook-endpoints";

    @Inject
    DeliveryWorker worker;

    @Inject
    SettableClock clock;

    final Platform platform = Platform.fresh();

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void showsItsSecretOnceAndKeepsItSealed() {
        // When
        Response added = platform.receiveAt("https://example.com/hooks");
        String id = added.path("id");
        String secret = added.path("secrets[0]");

        // Then
        assertThat(secret).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
        added.then().header("Cache-Control", equalTo("no-store")).body("state", equalTo("ACTIVE"));
        platform.get(PATH + "/{id}", id).then().statusCode(200).body("secrets", nullValue());
        platform.get(PATH).then().body("items", hasSize(1)).body("items[0].secrets", nullValue());
        var rows = SqlProbe.as("reminder", SqlProbe.Role.LOOP)
                .query("SELECT sealed FROM webhook_secret WHERE tenant = ?", platform.tenant());
        assertThat(rows).hasSize(1);
        assertThat(rows.toString()).doesNotContain(secret.substring(6));
    }

    @Test
    void aReplayedAnswerDoesNotHoldTheSecret() {
        // Given
        var body = Map.of("url", "https://example.com/hooks");
        platform.call()
                .header("Idempotency-Key", "k")
                .body(body)
                .post(PATH)
                .then()
                .body("secrets", hasSize(1));

        // When
        Response replayed =
                platform.call().header("Idempotency-Key", "k").body(body).post(PATH);

        // Then
        replayed.then().statusCode(201).body("secrets", nullValue());
        assertThat(SqlProbe.as("reminder", SqlProbe.Role.LOOP)
                        .query("SELECT body FROM idempotency_key WHERE tenant = ?", platform.tenant())
                        .toString())
                .contains("example.com")
                .doesNotContain("whsec_");
    }

    @Test
    void bothSecretsSignWhileOneReplacesTheOther() throws Exception {
        try (DueTopic topic = new DueTopic();
                WebhookSink sink = WebhookSink.open()) {
            // Given
            clock.set(Instant.now());
            Response added = platform.receiveAt(sink.url());
            String old = added.path("secrets[0]");
            Response rotated = platform.call().post(PATH + "/{id}/secrets", added.<String>path("id"));
            rotated.then().statusCode(201).body("secrets", hasSize(1));
            String fresh = rotated.path("secrets[0]");

            // When
            topic.bring(platform, DueTopic.due("p", clock.instant()));
            var unused = HandDriven.deliverDue(worker);
            clock.tick(Duration.ofHours(24).plusSeconds(1));
            topic.bring(platform, DueTopic.due("p", clock.instant()));
            unused = HandDriven.deliverDue(worker);

            // Then
            Received during = sink.received().get(0);
            assertThat(during.header("webhook-signature").split(" ")).hasSize(2);
            new Webhook(old).verify(during.body(), during.headers());
            new Webhook(fresh).verify(during.body(), during.headers());
            Received after = sink.received().get(1);
            assertThat(after.header("webhook-signature").split(" ")).hasSize(1);
            assertThat(after.header("webhook-timestamp"))
                    .isEqualTo(Long.toString(clock.instant().getEpochSecond()));
            assertThatThrownBy(() -> new Webhook(old).verify(after.body(), after.headers()))
                    .isInstanceOf(WebhookVerificationException.class);
        }
    }

    @Test
    void doesNotCollectValidSecretsWithoutEnd() {
        String id = platform.receiveAt("https://example.com/hooks").path("id");
        for (int i = 0; i < 4; i++) {
            platform.call().post(PATH + "/{id}/secrets", id).then().statusCode(201);
        }

        platform.call()
                .post(PATH + "/{id}/secrets", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-secrets"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/hooks",
                "https://10.0.0.1/hooks",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "https://user:pw@example.com/",
                "nonsense"
            })
    void refusesUrlsThatLeadAstray(String url) {
        platform.post(PATH, Map.of("url", url))
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors[0].pointer", equalTo("/url"));
    }

    @Test
    void nothingIsSentToAPrivateAddressBehindAName() {
        try (DueTopic topic = new DueTopic()) {
            // Given: a name that no list allows and that every machine resolves to itself
            platform.receiveAt("https://localhost:1/hooks");
            var due = topic.bring(platform, DueTopic.due("p", clock.instant()));

            // When
            var unused = HandDriven.deliverDue(worker);

            // Then
            platform.deliveries(due.reminderId())
                    .then()
                    .body("items[0].state", equalTo("DEAD"))
                    .body("items[0].reason", equalTo("address-not-allowed"));
        }
    }

    @Test
    void isRemovedOnlyAsItWasRead() {
        Response added = platform.receiveAt("https://example.com/hooks");
        String id = added.path("id");

        platform.call().delete(PATH + "/{id}", id).then().statusCode(428);
        platform.call()
                .header("If-Match", added.header("ETag"))
                .delete(PATH + "/{id}", id)
                .then()
                .statusCode(204);
        platform.get(PATH + "/{id}", id).then().statusCode(404);
        added.then().header("Location", containsString(id)).body("description", nullValue());
    }
}
