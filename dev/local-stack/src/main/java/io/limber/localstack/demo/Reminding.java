package io.limber.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Second half: the reminder, its webhook and mail, the link, the answers. */
final class Reminding {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int SNOOZE_MINUTES = 1;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+/r/[A-Za-z0-9._~-]+");

    private final Scene scene;
    private final TopicWatch topics;
    private String secret = "";

    Reminding(Scene scene, TopicWatch topics) {
        this.scene = scene;
        this.topics = topics;
    }

    void addDestinations() {
        var contact =
                Map.of("personId", scene.person(), "channel", "EMAIL", "address", scene.address(), "locale", "en");
        var unused = scene.reminder().post("/v1/contact-points", contact).expect(201);
        var endpoint = scene.reminder()
                .post(
                        "/v1/webhook-endpoints",
                        Map.of("url", scene.sinks().hookUrl(scene.hook()), "description", "The demo's receiver"))
                .expect(201);
        secret = endpoint.json().path("secrets").path(0).asText();
        if (!secret.startsWith("whsec_")) {
            throw new NotObserved("no secret in the answer");
        }
    }

    /** The reminder of this plan that is due at this instant, on the topic. */
    TopicWatch.Seen awaitDue(String planId, Instant dueAt) {
        var wait = Duration.between(Instant.now(), dueAt).plus(LIMIT);
        return topics.await(
                wait, record -> isDue(record, planId) && dueAt(record).equals(dueAt));
    }

    /** Every reminder of this plan that was on the topic so far. */
    long timesSeen(String planId, String reminderId) {
        return topics.all(record -> isDue(record, planId) && record.id().equals(reminderId))
                .size();
    }

    long remindersOf(String planId) {
        return topics.all(record -> isDue(record, planId)).size();
    }

    boolean observeWebhook(String reminderId) {
        var hook = scene.sinks()
                .awaitHook(
                        LIMIT,
                        scene.hook(),
                        candidate -> Sinks.headers(candidate)
                                .getOrDefault("webhook-id", "")
                                .equals(reminderId));
        var body = hook.path("body").asText();
        if (!SignatureCheck.holds(secret, Sinks.headers(hook), body, Instant.now())) {
            throw new NotObserved("signature does not fit: " + Sinks.headers(hook));
        }
        if (SignatureCheck.holds(secret, Sinks.headers(hook), body + " ", Instant.now())) {
            throw new NotObserved("the signature fits a changed body too");
        }
        return true;
    }

    /** The link in the mail that came for this reminder. */
    String observeMail(String reminderId) {
        var mail = scene.sinks()
                .awaitMail(
                        LIMIT,
                        scene.address(),
                        candidate -> candidate.path("messageId").asText().contains(reminderId));
        var text = LINK.matcher(mail.path("text").asText());
        if (!text.find() || !mail.path("html").asText().contains("/r/")) {
            throw new NotObserved("no link in " + mail);
        }
        return text.group();
    }

    /** Waits until both channels have reported, so that nothing but an answer can change the reminder from here on. */
    void awaitBothDelivered(String reminderId) {
        var unused = Patience.await(
                LIMIT,
                () -> Optional.of(notifications("io.limber.reminder.delivered.v1", reminderId))
                        .filter(count -> count >= 2),
                () -> notifications("io.limber.reminder.delivered.v1", reminderId) + " delivered events");
    }

    boolean openingChangesNothing(String reminderId, String link) {
        var before = read(reminderId);
        var page = Api.open(link).expect(200);
        if (!page.body().contains("<form")) {
            throw new NotObserved("a page without a form: " + page.body());
        }
        var after = read(reminderId);
        if (!Objects.equals(before.json(), after.json()) || !before.etag().equals(after.etag())) {
            throw new NotObserved("before " + before.body() + ", after " + after.body());
        }
        return true;
    }

    /** Answers on the page, and returns the event that says when it comes again. */
    TopicWatch.Seen snoozeByLink(String reminderId, String link) {
        var answer = Api.submit(link, "action=snooze&minutes=" + SNOOZE_MINUTES);
        if (answer.status() != 200 && answer.status() != 303) {
            throw new NotObserved("status " + answer.status() + ": " + answer.body());
        }
        return awaitNotification("io.limber.reminder.snoozed.v1", reminderId);
    }

    /** The snoozed reminder's own due record. */
    TopicWatch.Seen awaitAgain(String planId, TopicWatch.Seen snoozed) {
        var next = snoozed.json().path("nextReminderId").asText();
        var until = Instant.parse(snoozed.json().path("until").asText());
        var wait = Duration.between(Instant.now(), until).plus(LIMIT);
        var again = topics.await(
                wait, record -> isDue(record, planId) && record.id().equals(next));
        if (!again.json().path("kind").asText().equals("SNOOZED")) {
            throw new NotObserved("kind " + again.json().path("kind"));
        }
        return again;
    }

    TopicWatch.Seen doneByApi(String reminderId) {
        var answer = Patience.await(
                LIMIT,
                () -> Optional.of(scene.reminder().post("/v1/reminders/" + reminderId + "/done", Map.of()))
                        .filter(candidate -> candidate.status() != 404),
                () -> "404 for reminder " + reminderId);
        var state = answer.expect(200).json().path("state").asText();
        if (!state.equals("DONE")) {
            throw new NotObserved("state " + state);
        }
        return awaitNotification("io.limber.reminder.done.v1", reminderId);
    }

    static Instant dueAt(TopicWatch.Seen reminder) {
        return Instant.parse(reminder.json().path("dueAt").asText());
    }

    private TopicWatch.Seen awaitNotification(String type, String reminderId) {
        return topics.await(LIMIT, record -> isNotification(record, type, reminderId));
    }

    private int notifications(String type, String reminderId) {
        return topics.all(record -> isNotification(record, type, reminderId)).size();
    }

    private Api.Answer read(String reminderId) {
        return scene.reminder().get("/v1/reminders/" + reminderId).expect(200);
    }

    private static boolean isDue(TopicWatch.Seen record, String planId) {
        return record.topic().equals("limber.reminders") && record.key().equals(planId);
    }

    private static boolean isNotification(TopicWatch.Seen record, String type, String reminderId) {
        JsonNode json = record.json();
        return record.topic().equals("limber.notifications")
                && record.type().equals(type)
                && json.path("reminderId").asText().equals(reminderId);
    }
}
