package io.limber.reminder.link;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.limber.contracts.EventTypes;
import io.limber.contracts.ReminderDue;
import io.limber.contracts.ShownRoutine;
import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.DueTopic;
import io.limber.reminder.Notifications;
import io.limber.reminder.Platform;
import io.limber.reminder.ReminderServiceTest;
import io.limber.reminder.answer.ReminderId;
import io.limber.testkit.SettableClock;
import io.limber.testkit.SqlProbe;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page behind a message's link, as a browser without a token sees it. */
@ReminderServiceTest
class LinkComponentTest {
    @Inject
    LinkTokens tokens;

    @Inject
    SettableClock clock;

    final Platform platform = Platform.fresh();
    final DueTopic topic = new DueTopic();

    @BeforeEach
    void stopTheClock() {
        clock.set(Instant.parse("2026-11-23T09:00:05Z"));
    }

    @AfterEach
    void close() {
        clock.reset();
        topic.close();
    }

    @Test
    void getShowsAndChangesNothing() {
        // Given
        ReminderDue due = due();
        String link = path(due);
        String before = everything();

        // When
        for (int i = 0; i < 3; i++) {
            given().get(link).then().statusCode(200);
            given().head(link).then().statusCode(200);
        }

        // Then
        assertThat(everything()).isEqualTo(before);
        given().get(link)
                .then()
                .contentType("text/html;charset=UTF-8")
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("Lower back, short"))
                .body(containsString(
                        "due at <time datetime=\"2026-11-23T09:00:00Z\">10:00 on Monday 23 November</time>"))
                .body(containsString("Single Knee-to-Chest"))
                .body(containsString("How did it go?"));
    }

    @Test
    void bringsAllItNeedsAndTellsBrowsersToKeepItToThemselves() {
        Response page = given().get(path(due()));

        page.then()
                .header("Cache-Control", equalTo("no-store"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("X-Robots-Tag", containsString("noindex"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("default-src 'none'; style-src 'sha256-"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Set-Cookie", (String) null);
        assertThat(page.asString()).doesNotContain("<script", "src=", "href=", "http:", "https:", "style=");
    }

    @Test
    void doneByPost() {
        // Given
        ReminderDue due = due();

        // When
        Response answer = given().formParam("action", "done").post(path(due));

        // Then
        answer.then().statusCode(200).body(containsString("Done. Well moved!")).body(not(containsString("<form")));
        platform.reminder(due.reminderId())
                .then()
                .body("state", equalTo("DONE"))
                .body("answeredVia", equalTo("LINK"));
        assertThat(Notifications.of(due.planId(), 1).getFirst().header("ce_type"))
                .isEqualTo(EventTypes.REMINDER_DONE);
        given().formParam("action", "done").post(path(due)).then().statusCode(200);
        given().get(path(due)).then().statusCode(200).body(containsString("Done. Well moved!"));
    }

    @Test
    void snoozeByPost() {
        ReminderDue due = due();

        given().formParam("action", "snooze")
                .formParam("minutes", "15")
                .post(path(due))
                .then()
                .statusCode(200)
                .body(containsString("It comes again at 10:16."));
        platform.reminder(due.reminderId()).then().body("snoozedUntil", equalTo("2026-11-23T09:15:05Z"));
    }

    @Test
    void skipByPost() {
        ReminderDue due = due();

        given().formParam("action", "skip")
                .formParam("reason", "PAIN")
                .post(path(due))
                .then()
                .statusCode(200);
        platform.reminder(due.reminderId()).then().body("skipReason", equalTo("PAIN"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', Please choose one of the answers",
        "dance, '', '', Please choose one of the answers",
        "snooze, '', '', 1 to 240 minutes",
        "snooze, 0, '', 1 to 240 minutes",
        "snooze, 241, '', 1 to 240 minutes",
        "snooze, soon, '', 1 to 240 minutes",
        "skip, '', LAZY, one of the reasons"
    })
    void aMistakeInTheFormIsSaidOnThePage(String action, String minutes, String reason, String sentence) {
        ReminderDue due = due();

        given().formParam("action", action)
                .formParam("minutes", minutes)
                .formParam("reason", reason)
                .post(path(due))
                .then()
                .statusCode(400)
                .contentType("text/html")
                .body(containsString(sentence))
                .body(containsString("How did it go?"));
        platform.reminder(due.reminderId()).then().body("answeredAt", equalTo(null));
    }

    @Test
    void anotherAnswerGetsTheFirstOneShown() {
        ReminderDue due = due();
        given().formParam("action", "done").post(path(due)).then().statusCode(200);

        given().formParam("action", "skip")
                .post(path(due))
                .then()
                .statusCode(409)
                .body(containsString("Done. Well moved!"));
    }

    @Test
    void aChangedLinkIsNotFound() {
        String link = path(due());
        String changed = link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A");

        given().get(changed).then().statusCode(404).contentType("text/html").body(containsString("does not work"));
        given().formParam("action", "done").post(changed).then().statusCode(404).contentType("text/html");
    }

    @Test
    void anExpiredLinkIsGone() {
        ReminderDue due = due();
        String link = path(due);
        clock.tick(Duration.ofHours(24));

        given().get(link).then().statusCode(410).contentType("text/html").body(containsString("expired"));
        given().formParam("action", "done").post(link).then().statusCode(410);
        platform.reminder(due.reminderId()).then().body("answeredAt", equalTo(null));
    }

    @Test
    void aLinkOfOneTenantIsNoLinkToAnothersReminder() {
        ReminderDue due = due();
        String crossed = "/r/" + tokens.mint(new TenantId(Platform.fresh().tenant()), ReminderId.of(due.reminderId()));

        given().get(crossed).then().statusCode(404);
        given().formParam("action", "done").post(crossed).then().statusCode(404).contentType("text/html");
        given().formParam("action", "snooze")
                .post(crossed)
                .then()
                .statusCode(404)
                .contentType("text/html");
    }

    @Test
    void namesAreTextAndNothingElse() {
        // Given
        ReminderDue plain = DueTopic.due("p1", Instant.parse("2026-11-23T09:00:00Z"));
        ReminderDue due = new ReminderDue(
                plain.reminderId(),
                plain.planId(),
                plain.personId(),
                plain.kind(),
                plain.dueAt(),
                "Nowhere/Atall",
                null,
                new ShownRoutine(
                        "r",
                        "<script>alert(1)</script>",
                        "en\"><script>",
                        60,
                        List.of(new ShownRoutine.Item("s", "<img src=x onerror=alert(1)>", 60))));
        topic.bring(platform, due);

        // When
        String page = given().get(path(due)).asString();

        // Then
        assertThat(page).doesNotContain("<script", "<img").contains("&lt;script&gt;", "due at <time");
    }

    private ReminderDue due() {
        return topic.bring(platform, DueTopic.due("p-" + UUID.randomUUID(), Instant.parse("2026-11-23T09:00:00Z")));
    }

    private String path(ReminderDue due) {
        return "/r/" + tokens.mint(new TenantId(platform.tenant()), ReminderId.of(due.reminderId()));
    }

    private String everything() {
        SqlProbe probe = SqlProbe.as("reminder", SqlProbe.Role.LOOP);
        return probe.query("SELECT * FROM due_reminder WHERE tenant = ?", platform.tenant())
                + "/" + probe.count("SELECT count(*) FROM one_off WHERE tenant = ?", platform.tenant())
                + "/" + probe.query("SELECT id, state FROM delivery WHERE tenant = ?", platform.tenant());
    }
}
