package io.limber.routine.plan;

import static io.limber.contracts.Contraindication.Action.AVOID;
import static io.limber.contracts.Contraindication.Action.CLINICIAN;
import static io.limber.contracts.Contraindication.Action.MODIFY;
import static io.limber.routine.Stretches.stretch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.limber.routine.CatalogueFeed;
import io.limber.routine.Platform;
import io.limber.routine.RoutineStack;
import io.limber.testkit.TopicRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans follow what becomes of their person and their routine. */
@QuarkusTest
class PlanFollowUpComponentTest extends RoutineStack {
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
    void aChangedZoneMovesThePlansThatHaveNotEnded() {
        String routine = platform.compose("plain");
        String active = platform.plan("anna", routine, 201);
        String ended = platform.plan("anna", routine, 201);
        platform.move(ended, "end", "\"v1\"");

        platform.redescribe("anna", "\"v1\"", "Asia/Tokyo").then().statusCode(200);

        platform.readPlan(active).then().body("zone", equalTo("Asia/Tokyo")).header("ETag", "\"v2\"");
        platform.readPlan(ended).then().body("zone", equalTo("Europe/Berlin"));
        assertThat(topic.of(active, 2).getLast().json().at("/timing/zone").asText())
                .isEqualTo("Asia/Tokyo");
    }

    @Test
    void aNewExclusionPausesThePlansItSpeaksAgainst() {
        String unsafe = platform.plan("anna", platform.compose("pull"), 201);
        String safe = platform.plan("anna", platform.compose("plain"), 201);

        platform.redescribe("anna", "\"v1\"", "Europe/Berlin", "RADICULOPATHY")
                .then()
                .statusCode(200);

        platform.readPlan(unsafe)
                .then()
                .body("state", equalTo("PAUSED"))
                .body("pauseReason", equalTo("contraindicated"));
        platform.readPlan(safe).then().body("state", equalTo("ACTIVE")).header("ETag", "\"v1\"");
        assertThat(ScheduleTopic.states(topic.of(unsafe, 2))).containsExactly("1 ACTIVE", "2 PAUSED");
        platform.move(unsafe, "resume", "\"v2\"").then().statusCode(422).body("code", equalTo("plan-contraindicated"));

        platform.redescribe("anna", "\"v2\"", "Europe/Berlin").then().statusCode(200);

        platform.move(unsafe, "resume", "\"v2\"").then().statusCode(200).body("state", equalTo("ACTIVE"));
    }

    @Test
    void aChangedRoutineIsPublishedForItsPlans() {
        String routine = platform.compose("plain");
        String active = platform.plan("anna", routine, 201);
        String paused = platform.plan("anna", routine, 201);
        platform.move(paused, "pause", "\"v1\"");

        platform.call(Platform.routine("plain", "flow"))
                .header("If-Match", "\"v1\"")
                .put("/v1/routines/{id}", routine)
                .then()
                .statusCode(200);

        TopicRecord last = topic.of(active, 2).getLast();
        assertThat(last.json().at("/version").asInt()).isEqualTo(2);
        assertThat(last.json().at("/routine/items")).hasSize(2);
        assertThat(topic.of(paused, 3).getLast().json().at("/state").asText()).isEqualTo("PAUSED");
        platform.readPlan(active).then().header("ETag", "\"v2\"");
    }

    @Test
    void aChangedRoutineThatDoesNotSuitIsRefusedNamingThePlans() {
        platform.describe("bob", "UTC", "RADICULOPATHY");
        String routine = platform.compose("plain");
        String annas = platform.plan("anna", routine, 201);
        String bobs = platform.plan("bob", routine, 201);
        String changed = Platform.routine("plain", "pull");

        Response answer = platform.call(changed).header("If-Match", "\"v1\"").put("/v1/routines/{id}", routine);

        answer.then().statusCode(409).body("code", equalTo("routine-clashes")).body("plans", contains(bobs));
        assertThat(answer.asString()).doesNotContain("bob\"").doesNotContain("RADICULOPATHY");
        platform.call().get("/v1/routines/{id}", routine).then().header("ETag", "\"v1\"");
        platform.readPlan(annas).then().header("ETag", "\"v1\"");

        platform.move(bobs, "pause", "\"v1\"");

        platform.call(changed)
                .header("If-Match", "\"v1\"")
                .put("/v1/routines/{id}", routine)
                .then()
                .statusCode(200);
    }

    @Test
    void removingAPersonEndsThePlansAndRemovesThem() {
        String routine = platform.compose("plain");
        String active = platform.plan("anna", routine, 201);
        String ended = platform.plan("anna", routine, 201);
        platform.move(ended, "end", "\"v1\"");

        platform.call()
                .header("If-Match", "\"v1\"")
                .delete("/v1/people/anna")
                .then()
                .statusCode(204);

        assertThat(ScheduleTopic.states(topic.of(active, 3))).containsExactly("1 ACTIVE", "2 ENDED", "tombstone");
        assertThat(ScheduleTopic.states(topic.of(ended, 3))).containsExactly("1 ACTIVE", "2 ENDED", "tombstone");
        platform.readPlan(active).then().statusCode(404);
        platform.call().get("/v1/plans").then().body("items", empty());
        platform.call()
                .header("If-Match", "\"v1\"")
                .delete("/v1/routines/{id}", routine)
                .then()
                .statusCode(204);
    }
}
