package io.limber.reminder.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.limber.contracts.EventTypes;
import io.limber.contracts.ReminderDue;
import io.limber.reminder.DueTopic;
import io.limber.reminder.Notifications;
import io.limber.reminder.Platform;
import io.limber.reminder.ReminderServiceTest;
import io.limber.reminder.firing.ReminderIds;
import io.limber.testkit.SettableClock;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.TopicRecord;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReminderServiceTest
class AnswerComponentTest {
    private static final String DONE = "/v1/reminders/{id}/done";
    private static final String SNOOZE = "/v1/reminders/{id}/snooze";
    private static final String SKIP = "/v1/reminders/{id}/skip";

    @Inject
    SettableClock clock;

    final Platform platform = Platform.fresh();
    final DueTopic topic = new DueTopic();
    final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @BeforeEach
    void stopTheClock() {
        clock.set(now);
    }

    @AfterEach
    void close() {
        clock.reset();
        topic.close();
    }

    @Test
    void doneIsRecordedAndAnnouncedOnce() {
        // Given
        ReminderDue due = topic.bring(platform, DueTopic.due("p1", now));

        // When
        Response first = platform.post(DONE, Map.of(), due.reminderId());
        clock.tick(Duration.ofMinutes(1));
        Response again = platform.call().post(DONE, due.reminderId());

        // Then
        first.then().statusCode(200).body("state", equalTo("DONE")).body("answeredVia", equalTo("API"));
        again.then().statusCode(200).body("answeredAt", equalTo(first.path("answeredAt")));
        assertThat(Notifications.of(due.planId(), 1)).singleElement().satisfies(event -> {
            assertThat(event.header("ce_type")).isEqualTo(EventTypes.REMINDER_DONE);
            assertThat(event.header("ce_tenant")).isEqualTo(platform.tenant());
            assertThat(event.json().get("reminderId").asText()).isEqualTo(due.reminderId());
            assertThat(event.json().get("via").asText()).isEqualTo("API");
        });
    }

    @Test
    void aSnoozeLetsItComeAgainAsAReminderOfItsOwn() {
        // Given
        ReminderDue due = topic.bring(platform, DueTopic.due("p1", now));
        Instant until = now.plus(Duration.ofMinutes(10));
        UUID next = ReminderIds.ofSnooze(UUID.fromString(due.reminderId()), until);

        // When
        Response first = platform.post(SNOOZE, Map.of("minutes", 10), due.reminderId());
        clock.tick(Duration.ofMinutes(1));
        Response again = platform.post(SNOOZE, Map.of("minutes", 10), due.reminderId());

        // Then
        first.then()
                .statusCode(200)
                .body("state", equalTo("SNOOZED"))
                .body("snoozedUntil", equalTo(until.toString()))
                .body("snoozedReminderId", equalTo(next.toString()));
        again.then().statusCode(200).body("snoozedUntil", equalTo(until.toString()));
        assertThat(SqlProbe.as("reminder", SqlProbe.Role.APP)
                        .inTenant(platform.tenant())
                        .query("SELECT id, plan_id, person_id, kind, snoozed_from, due_at FROM one_off"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("id")).isEqualTo(next);
                    assertThat(row.get("plan_id")).isEqualTo(due.planId());
                    assertThat(row.get("kind")).isEqualTo("SNOOZED");
                    assertThat(row.get("snoozed_from")).isEqualTo(UUID.fromString(due.reminderId()));
                });
        TopicRecord event = Notifications.of(due.planId(), 1).getFirst();
        assertThat(event.header("ce_type")).isEqualTo(EventTypes.REMINDER_SNOOZED);
        assertThat(event.json().get("nextReminderId").asText()).isEqualTo(next.toString());
    }

    @Test
    void aSkipTellsWhy() {
        // Given
        ReminderDue due = topic.bring(platform, DueTopic.due("p1", now));

        // When
        Response answer = platform.post(SKIP, Map.of("reason", "UNWELL"), due.reminderId());

        // Then
        answer.then().statusCode(200).body("state", equalTo("SKIPPED")).body("skipReason", equalTo("UNWELL"));
        assertThat(Notifications.of(due.planId(), 1)
                        .getFirst()
                        .json()
                        .get("reason")
                        .asText())
                .isEqualTo("UNWELL");
    }

    @Test
    void theFirstAnswerCounts() {
        // Given
        ReminderDue due = topic.bring(platform, DueTopic.due("p1", now));
        platform.post(SNOOZE, Map.of("minutes", 10), due.reminderId()).then().statusCode(200);

        // When
        Response done = platform.post(DONE, Map.of(), due.reminderId());
        Response longer = platform.post(SNOOZE, Map.of("minutes", 11), due.reminderId());
        Response skipped = platform.post(SKIP, Map.of("reason", "BUSY"), due.reminderId());

        // Then
        for (Response refused : new Response[] {done, longer, skipped}) {
            refused.then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("code", equalTo("already-answered"))
                    .body("state", equalTo("SNOOZED"));
        }
        platform.reminder(due.reminderId()).then().body("state", equalTo("SNOOZED"));
    }

    @Test
    void remindersAreListedTheLatestFirst() {
        // Given
        String plan = UUID.randomUUID().toString();
        ReminderDue first = topic.bring(platform, DueTopic.due(plan, "p1", now));
        ReminderDue second = topic.bring(platform, DueTopic.due(plan, "p1", now.plusSeconds(60)));
        topic.bring(platform, DueTopic.due("p2", now));

        // When
        Response page = platform.call()
                .queryParam("planId", plan)
                .queryParam("limit", 1)
                .get("/v1/reminders");
        Response rest = platform.call()
                .queryParam("planId", plan)
                .queryParam("cursor", page.<String>path("next"))
                .get("/v1/reminders");

        // Then
        page.then()
                .statusCode(200)
                .body("items.id", contains(second.reminderId()))
                .header("Link", notNullValue());
        rest.then().body("items.id", contains(first.reminderId())).body("next", nullValue());
        platform.call()
                .queryParam("personId", "p1")
                .get("/v1/reminders")
                .then()
                .body("items.id", contains(second.reminderId(), first.reminderId()));
        platform.get("/v1/reminders").then().statusCode(400).body("code", equalTo("validation-failed"));
    }
}
