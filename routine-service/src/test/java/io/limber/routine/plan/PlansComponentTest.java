package io.limber.routine.plan;

import static io.limber.contracts.Contraindication.Action.AVOID;
import static io.limber.contracts.Contraindication.Action.CLINICIAN;
import static io.limber.contracts.Contraindication.Action.MODIFY;
import static io.limber.routine.Stretches.stretch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.limber.contracts.EventTypes;
import io.limber.kit.time.Tzdb;
import io.limber.routine.CatalogueFeed;
import io.limber.routine.Platform;
import io.limber.routine.RoutineStack;
import io.limber.testkit.TopicRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlansComponentTest extends RoutineStack {
    private final Platform platform = Platform.fresh();
    // Of this test alone, so that nothing of the global catalogue stands in for anything here.
    private final String region = "region-of-" + platform.tenant();
    private final CatalogueFeed catalogue = new CatalogueFeed();
    private final ScheduleTopic topic = new ScheduleTopic();

    @BeforeEach
    void fillCatalogue() {
        catalogue.publish(
                platform.tenant(),
                stretch("plain").regions(region),
                stretch("flow").regions(region).kind("DYNAMIC"),
                stretch("pull").regions(region).against("RADICULOPATHY", AVOID).against("GLAUCOMA", MODIFY),
                stretch("bend").regions(region).kind("DYNAMIC").against("RADICULOPATHY", CLINICIAN));
        platform.describe("anna", "Europe/Berlin").then().statusCode(201);
    }

    @AfterEach
    void close() {
        topic.close();
        catalogue.close();
    }

    @Test
    void aNewPlanIsActiveInThePersonsZoneAndPublished() {
        String routine = platform.compose("plain", "pull");

        Response answer = platform.call("""
                        {"personId": "anna", "routineId": "%s",
                         "schedule": {"daysOfWeek": ["FRIDAY", "MONDAY"], "startTimes": ["15:30:10", "10:00"], "gap": "SKIP",
                                      "fold": "SECOND", "maxLatenessSeconds": 60},
                         "activeFrom": "2027-01-01", "activeUntil": "2027-12-31"}""".formatted(routine)).post("/v1/plans");

        answer.then()
                .statusCode(201)
                .header("ETag", "\"v1\"")
                .body("state", equalTo("ACTIVE"))
                .body("pauseReason", nullValue())
                .body("zone", equalTo("Europe/Berlin"))
                .body("schedule.daysOfWeek", contains("MONDAY", "FRIDAY"))
                .body("schedule.startTimes", contains("10:00:00", "15:30:10"))
                .body("activeUntil", equalTo("2027-12-31"))
                .body("advice", empty());
        String plan = answer.path("id");
        TopicRecord event = topic.of(plan, 1).getFirst();
        assertThat(event.header("ce_type")).isEqualTo(EventTypes.SCHEDULE_CHANGED);
        assertThat(event.header("ce_subject")).isEqualTo(plan);
        assertThat(event.header("ce_tenant")).isEqualTo(platform.tenant());
        assertThat(event.header("ce_limbertzdb")).isEqualTo(Tzdb.version());
        assertThat(event.json().at("/version").asInt()).isEqualTo(1);
        assertThat(event.json().at("/timing/gap").asText()).isEqualTo("SKIP");
        assertThat(event.json().at("/routine/items/1/name").asText()).isEqualTo("The pull");
        assertThat(event.json().at("/routine/totalSeconds").asInt()).isEqualTo(20 + 5 + 20);
        assertThat(event.json().at("/activeFrom").asText()).isEqualTo("2027-01-01");
    }

    @Test
    void aRoutineThatClashesIsRefusedNamingWhatWouldFit() {
        platform.describe("bob", "UTC", "RADICULOPATHY");
        String routine = platform.compose("pull", "bend");

        platform.call(Platform.plan("bob", routine))
                .post("/v1/plans")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("plan-contraindicated"))
                .body("clashes.stretchId", contains("pull", "bend"))
                .body("clashes.code", everyItem(equalTo("RADICULOPATHY")))
                .body("clashes.action", contains("AVOID", "CLINICIAN"))
                .body("clashes[0].reason", equalTo("Because of RADICULOPATHY."))
                .body("clashes.instead.stretchId", contains("plain", "flow"))
                .body("clashes[0].instead.name", equalTo("The plain"));
        platform.call().get("/v1/plans?personId=bob").then().body("items", empty());
    }

    @Test
    void aRedFlagRefusesEverything() {
        platform.describe("bob", "UTC", "RED_FLAG");

        platform.call(Platform.plan("bob", platform.compose("plain")))
                .post("/v1/plans")
                .then()
                .statusCode(422)
                .body("clashes.code", contains("RED_FLAG"))
                .body("clashes[0].instead", nullValue());
    }

    @Test
    void aChangedFormIsAllowedAndSaidAsAdvice() {
        platform.describe("bob", "UTC", "GLAUCOMA");

        platform.call(Platform.plan("bob", platform.compose("plain", "pull")))
                .post("/v1/plans")
                .then()
                .statusCode(201)
                .body("advice.stretchId", contains("pull"))
                .body("advice.code", contains("GLAUCOMA"));
    }

    @Test
    void refusesAnUnknownPersonAndRoutine() {
        platform.call(Platform.plan("nobody", "00000000-0000-7000-8000-000000000000"))
                .post("/v1/plans")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-reference"))
                .body("errors.pointer", contains("/personId", "/routineId"));
    }

    @Test
    void refusesSchedulesThatCannotBe() {
        String routine = platform.compose("plain");
        String form = Platform.plan("anna", routine);

        refused(form.replace("[\"10:00\"]", "[]"), "validation-failed", "/schedule/startTimes");
        refused(
                form.replace("[\"10:00\"]", "[\"10:00\", \"10:00:00\"]"),
                "validation-failed",
                "/schedule/startTimes/1");
        refused(form.replace("\"10:00\"", "\"10:00:00.5\""), "validation-failed", "/schedule/startTimes/0");
        refused(form.replace("\"10:00\"", "\"25:00\""), "invalid-value", "/schedule/startTimes/0");
        refused(form.replace("\"MONDAY\"", "\"MONTAG\""), "invalid-value", "/schedule/daysOfWeek/0");
        refused(form.replace("\"MONDAY\"", "\"SUNDAY\""), "validation-failed", "/schedule/daysOfWeek/6");
        refused(form.replace("\"MONDAY\"", "null"), "validation-failed", "/schedule/daysOfWeek/0");
        refused(
                form.replace("[\"10:00\"]", "[\"10:00\"], \"maxLatenessSeconds\": 59"),
                "validation-failed",
                "/schedule/maxLatenessSeconds");
        refused(form.replace("2026-01-01", "2026-02-30"), "invalid-value", "/activeFrom");
        refused(form.replace(routine, ""), "invalid-value", "/routineId");
        refused(form.replace("anna", ""), "invalid-value", "/personId");
        platform.call(form.replace("\"2026-01-01\"", "\"2026-01-01\", \"activeUntil\": \"2026-01-31\""))
                .post("/v1/plans")
                .then()
                .statusCode(422)
                .body("code", equalTo("schedule-never-fires"))
                .body("errors.pointer", contains("/activeUntil"));
    }

    private void refused(String body, String code, String pointer) {
        platform.call(body)
                .post("/v1/plans")
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void everyMoveRaisesTheVersionAndIsPublishedUntilTheTombstone() {
        String plan = platform.plan("anna", platform.compose("plain"), 201);

        platform.move(plan, "pause", "\"v1\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("state", equalTo("PAUSED"))
                .body("pauseReason", equalTo("requested"));
        platform.move(plan, "pause", "\"v1\"").then().statusCode(412);
        platform.move(plan, "pause", "\"v2\"").then().statusCode(409).body("code", equalTo("illegal-move"));
        platform.call().post("/v1/plans/{id}/resume", plan).then().statusCode(428);
        platform.move(plan, "resume", "\"v2\"").then().statusCode(200).body("state", equalTo("ACTIVE"));
        platform.move(plan, "end", "\"v3\"").then().statusCode(200).body("state", equalTo("ENDED"));
        platform.move(plan, "resume", "\"v4\"").then().statusCode(409);

        List<TopicRecord> records = topic.of(plan, 5);
        assertThat(ScheduleTopic.states(records))
                .containsExactly("1 ACTIVE", "2 PAUSED", "3 ACTIVE", "4 ENDED", "tombstone");
        assertThat(records.getLast().header("ce_tenant")).isEqualTo(platform.tenant());
    }

    @Test
    void noEventCarriesAnExclusion() {
        platform.describe("bob", "UTC", "GLAUCOMA");
        String plan = platform.plan("bob", platform.compose("pull"), 201);

        assertThat(topic.of(plan, 1).getFirst().toString()).doesNotContain("GLAUCOMA");
    }

    @Test
    void listsAllOrOnePersonsInPages() {
        platform.describe("bob", "UTC");
        String routine = platform.compose("plain");
        String first = platform.plan("anna", routine, 201);
        String second = platform.plan("bob", routine, 201);
        String third = platform.plan("anna", routine, 201);

        platform.call().get("/v1/plans").then().body("items.id", contains(first, second, third));
        Response page = platform.call().get("/v1/plans?personId=anna&limit=1");
        page.then().body("items.id", contains(first));
        platform.call()
                .queryParam("personId", "anna")
                .queryParam("cursor", page.<String>path("next"))
                .get("/v1/plans")
                .then()
                .body("items.id", contains(third))
                .body("next", nullValue());
        platform.call().get("/v1/plans?personId=nobody").then().body("items", hasSize(0));
    }

    @Test
    void aRepeatedRequestMakesOnePlan() {
        String body = Platform.plan("anna", platform.compose("plain"));

        String first = platform.call(body)
                .header("Idempotency-Key", "p1")
                .post("/v1/plans")
                .path("id");
        platform.call(body)
                .header("Idempotency-Key", "p1")
                .post("/v1/plans")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));

        platform.call().get("/v1/plans").then().body("items", hasSize(1));
    }
}
