package io.limber.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** First half: catalogue, routine, the refusal, the plan and its event. */
final class Planning {

    private static final String NOT_FOR_THE_PATIENT = "modified-seated-side-straddle";

    // The bridge stays out, so that the refusal below has something to name instead.
    private static final List<String> QUIET_MINUTES =
            List.of("cat-cow", "knee-to-chest", "lower-back-rotation", NOT_FOR_THE_PATIENT, "supine-abdominal-draw-in");

    private static final String PATIENTS_EXCLUSION = "RADICULOPATHY";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LEAD = Duration.ofSeconds(10);
    private static final Duration BETWEEN = Duration.ofSeconds(12);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Scene scene;
    private final TopicWatch topics;

    Planning(Scene scene, TopicWatch topics) {
        this.scene = scene;
        this.topics = topics;
    }

    /** @param replaceable a clash that names what would fit instead */
    record Refusal(JsonNode clash, JsonNode replaceable) {}

    /** @param due the planned instants, in order */
    record Plan(String id, String etag, List<Instant> due) {}

    int countCatalogue() {
        var page = scene.catalog().get("/v1/stretches?limit=200").expect(200).json();
        return page.path("items").size();
    }

    /** Five stretches: some that the catalogue has for the lower back, and one that trains what holds it. */
    JsonNode composeRoutine() {
        var found = new LinkedHashSet<String>();
        scene.catalog()
                .get("/v1/stretches?region=lower-back,abdomen&limit=200")
                .expect(200)
                .json()
                .path("items")
                .forEach(stretch -> found.add(stretch.path("id").asText()));
        if (!found.containsAll(QUIET_MINUTES)) {
            throw new NotObserved("stretches for the lower back " + found);
        }
        var command = Map.of(
                "name",
                "Lower back, ten quiet minutes",
                "items",
                QUIET_MINUTES.stream().map(id -> Map.of("stretchId", id)).toList(),
                "restSeconds",
                5,
                "switchSideSeconds",
                5);
        // Right after the very first start the catalogue is still on its way to routine-service.
        var routine = Patience.await(
                LIMIT,
                () -> Optional.of(scene.routine().post("/v1/routines", command))
                        .filter(answer -> answer.status() != 503),
                () -> "catalog-not-ready");
        return routine.expect(201).json();
    }

    /** Plans the routine for the patient; the refusal must name this clash, and for one of them what would fit instead. */
    Refusal observeRefusal(String routineId) {
        addPerson(scene.patient(), List.of(PATIENTS_EXCLUSION));
        var answer = scene.routine()
                .post("/v1/plans", plan(scene.patient(), routineId, List.of(Instant.now())))
                .expect(422);
        return new Refusal(
                clash(
                        answer,
                        clash -> clash.path("stretchId").asText().equals(NOT_FOR_THE_PATIENT)
                                && clash.path("code").asText().equals(PATIENTS_EXCLUSION)),
                clash(answer, clash -> clash.path("instead").hasNonNull("stretchId")));
    }

    private static JsonNode clash(Api.Answer answer, Predicate<JsonNode> wanted) {
        return StreamSupport.stream(answer.json().path("clashes").spliterator(), false)
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new NotObserved(answer.body()));
    }

    void addPerson() {
        addPerson(scene.person(), List.of());
    }

    /** A plan that is due twice within the next half minute. */
    Plan createPlan(String routineId) {
        var first = Instant.now().plus(LEAD).truncatedTo(ChronoUnit.SECONDS);
        var due = List.of(first, first.plus(BETWEEN));
        var answer = scene.routine()
                .post("/v1/plans", plan(scene.person(), routineId, due))
                .expect(201);
        return new Plan(answer.json().path("id").asText(), answer.etag(), due);
    }

    /** The preview must promise exactly the planned instants. */
    boolean previewPromises(Plan plan) {
        var items = scene.routine()
                .get("/v1/plans/" + plan.id() + "/preview?count=10")
                .expect(200)
                .json()
                .path("items");
        var promised = new ArrayList<Instant>();
        items.forEach(item -> promised.add(Instant.parse(item.path("at").asText())));
        if (!promised.containsAll(plan.due())) {
            throw new NotObserved("preview " + promised + " instead of " + plan.due());
        }
        return true;
    }

    TopicWatch.Seen awaitScheduleEvent(String planId) {
        return topics.await(
                LIMIT,
                record -> record.topic().equals("limber.schedules")
                        && record.key().equals(planId));
    }

    /** Ends the plan, so that no reminder comes tomorrow. */
    void end(Plan plan) {
        var current = scene.routine().get("/v1/plans/" + plan.id()).expect(200);
        var unused = scene.routine()
                .postIfMatch("/v1/plans/" + plan.id() + "/end", current.etag())
                .expect(200);
    }

    private void addPerson(String id, List<String> exclusions) {
        var unused = scene.routine()
                .put("/v1/people/" + id, Map.of("zone", Scene.ZONE, "locale", "en", "exclusions", exclusions))
                .expect(201);
    }

    private static Map<String, Object> plan(String person, String routineId, List<Instant> due) {
        var zone = ZoneId.of(Scene.ZONE);
        var schedule = new HashMap<String, Object>();
        schedule.put(
                "daysOfWeek",
                Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList());
        schedule.put(
                "startTimes",
                due.stream().map(at -> TIME.format(at.atZone(zone))).sorted().toList());
        schedule.put("gap", "SHIFT");
        schedule.put("fold", "FIRST");
        schedule.put("maxLatenessSeconds", 1800);
        var plan = new LinkedHashMap<String, Object>();
        plan.put("personId", person);
        plan.put("routineId", routineId);
        plan.put("schedule", schedule);
        plan.put("activeFrom", due.getFirst().atZone(zone).toLocalDate().toString());
        return plan;
    }
}
