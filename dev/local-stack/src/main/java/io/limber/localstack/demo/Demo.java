package io.limber.localstack.demo;

import io.limber.localstack.Footprint;
import io.limber.localstack.Home;
import io.limber.localstack.Keys;
import io.limber.localstack.RunFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The main job, step by step. What it returns was observed, none of it is what a service said about itself in its log. */
final class Demo {

    private final Home home;
    private final RunFile run;
    private final Story story;
    private final Map<String, Object> result = new LinkedHashMap<>();

    Demo(Home home, RunFile run, Story story) {
        this.home = home;
        this.run = run;
        this.story = story;
    }

    Map<String, Object> play() {
        var scene = Scene.of(run, new Keys(home.secrets()));
        story.say("The main job, as tenant " + scene.tenant());
        try (var topics = TopicWatch.open(scene.bootstrapServers())) {
            var planning = new Planning(scene, topics);
            var reminding = new Reminding(scene, topics);
            var plan = plan(scene, planning, reminding);
            remind(plan, planning, reminding);
        }
        var footprint = Footprint.of(home, run);
        result.put("residentMiB", footprint.residentMiB());
        result.put("residentMiBTotal", footprint.totalMiB());
        result.put("startSeconds", footprint.startSeconds());
        return result;
    }

    private Planning.Plan plan(Scene scene, Planning planning, Reminding reminding) {
        result.put("catalogueItems", story.step("the catalogue lists its stretches", planning::countCatalogue));
        var routine = story.step("a lower-back routine is composed", planning::composeRoutine);
        var routineId = routine.path("id").asText();
        result.put("routineSeconds", routine.path("totalSeconds").asInt());
        result.put("routineItems", routine.path("items").size());
        var clash = story.step(
                "the same routine is refused for a person with radiating leg pain",
                () -> planning.observeRefusal(routineId));
        result.put("refusal", refusal(clash));
        story.step("person, mail address and webhook endpoint are added", () -> {
            planning.addPerson();
            reminding.addDestinations();
            return scene;
        });
        var plan = story.step("a plan is made that is due in a few seconds", () -> planning.createPlan(routineId));
        var event = story.step("its schedule event is on Kafka", () -> planning.awaitScheduleEvent(plan.id()));
        result.put("scheduleEventId", event.id());
        result.put("previewKept", story.step("the preview promises those times", () -> planning.previewPromises(plan)));
        return plan;
    }

    private static Map<String, String> refusal(Planning.Refusal observed) {
        var refusal = new LinkedHashMap<String, String>();
        refusal.put("code", observed.clash().path("code").asText());
        refusal.put("stretch", observed.clash().path("stretchId").asText());
        refusal.put("reason", observed.clash().path("reason").asText());
        refusal.put(
                "instead",
                observed.replaceable().path("instead").path("stretchId").asText());
        refusal.put("insteadOf", observed.replaceable().path("stretchId").asText());
        return refusal;
    }

    private void remind(Planning.Plan plan, Planning planning, Reminding reminding) {
        var first = story.step(
                "the reminder is on Kafka",
                () -> reminding.awaitDue(plan.id(), plan.due().getFirst()));
        result.put(
                "webhookVerified",
                story.step("the webhook came and its signature holds", () -> reminding.observeWebhook(first.id())));
        var link = story.step("the mail came with its link", () -> reminding.observeMail(first.id()));
        result.put("mailReceived", true);
        result.put("getChangedNothing", story.step("opening the link changes nothing", () -> {
            reminding.awaitBothDelivered(first.id());
            return reminding.openingChangesNothing(first.id(), link);
        }));
        var snoozed = story.step(
                "the answer on the page snoozes it for a minute", () -> reminding.snoozeByLink(first.id(), link));
        var second = story.step(
                "the plan's second reminder is on Kafka",
                () -> reminding.awaitDue(plan.id(), plan.due().getLast()));
        story.say("    waiting a minute for the snoozed reminder");
        var again = story.step("the snoozed reminder comes again", () -> reminding.awaitAgain(plan.id(), snoozed));
        result.put("snoozedAgainAt", again.at().toString());
        var done = story.step("done through the API is recorded on Kafka", () -> reminding.doneByApi(again.id()));
        result.put("doneEventId", done.id());
        story.step("the plan is ended", () -> {
            planning.end(plan);
            return plan;
        });
        result.put("reminders", story.step("each reminder was on Kafka exactly once", () -> {
            var all = List.of(first, second, again);
            return counted(plan, reminding, all);
        }));
    }

    private static List<Map<String, Object>> counted(
            Planning.Plan plan, Reminding reminding, List<TopicWatch.Seen> reminders) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var reminder : reminders) {
            var times = reminding.timesSeen(plan.id(), reminder.id());
            if (times != 1) {
                throw new NotObserved("reminder " + reminder.id() + " " + times + " times");
            }
            var row = new LinkedHashMap<String, Object>();
            row.put("id", reminder.id());
            row.put("dueAt", Reminding.dueAt(reminder).toString());
            row.put(
                    "lateMillis",
                    Duration.between(Reminding.dueAt(reminder), reminder.at()).toMillis());
            row.put("seenOnTopic", times);
            rows.add(row);
        }
        if (reminding.remindersOf(plan.id()) != reminders.size()) {
            throw new NotObserved(reminding.remindersOf(plan.id()) + " reminders instead of " + reminders.size());
        }
        return rows;
    }
}
