package io.limber.routine.routine;

import static io.limber.routine.Stretches.stretch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.limber.contracts.Range;
import io.limber.contracts.Sides;
import io.limber.routine.CatalogueFeed;
import io.limber.routine.Platform;
import io.limber.routine.RoutineStack;
import io.limber.testkit.TestStack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RoutinesComponentTest extends RoutineStack {
    private final Platform platform = Platform.fresh();
    private final CatalogueFeed catalogue = new CatalogueFeed();

    @BeforeEach
    void fillCatalogue() {
        catalogue.publish(
                platform.tenant(),
                stretch("plain"),
                stretch("twist").dose(new Range(2, 5, 10), new Range(2, 3, 5), Sides.LEFT_AND_RIGHT, 0),
                stretch("flow").kind("DYNAMIC").dose(new Range(0, 2, 5), new Range(5, 10, 10), Sides.BOTH_TOGETHER, 0),
                stretch("bed").habit());
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    @Test
    void composesWithDefaultsNamesAndTotal() {
        Response answer = platform.call("""
                        {"name": "Short", "restSeconds": 7, "switchSideSeconds": 4,
                         "items": [{"stretchId": "twist"}, {"stretchId": "flow", "holdSeconds": 5, "repetitions": 8, "sets": 2}]}""").post("/v1/routines");

        answer.then()
                .statusCode(201)
                .header("ETag", "\"v1\"")
                .body("version", equalTo(1))
                .body("items.name", contains("The twist", "The flow"))
                .body("items[0].holdSeconds", equalTo(5))
                .body("items[0].repetitions", equalTo(3))
                .body("items[0].sets", equalTo(1))
                .body("items[0].sides", equalTo("LEFT_AND_RIGHT"))
                .body("items.seconds", contains(34, 80))
                .body("restSeconds", equalTo(7))
                .body("switchSideSeconds", equalTo(4))
                .body("totalSeconds", equalTo(34 + 7 + 80));
        platform.call()
                .get(answer.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("", equalTo(answer.jsonPath().getMap("")));
        platform.call()
                .header("If-None-Match", "\"v1\"")
                .get(answer.header("Location"))
                .then()
                .statusCode(304);
    }

    @Test
    void refusesADoseOutsideTheLimitsAndNamesThem() {
        platform.call("""
                        {"name": "Short", "items": [{"stretchId": "plain"}, {"stretchId": "twist", "holdSeconds": 11}]}""")
                .post("/v1/routines")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("dose-out-of-limits"))
                .body("errors.pointer", contains("/items/1/holdSeconds"))
                .body("errors[0].message", equalTo("must be between 2 and 10 for 'twist'"));
    }

    @Test
    void refusesUnknownStretchesAndHabits() {
        platform.call(Platform.routine("plain", "nope", "bed"))
                .post("/v1/routines")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-reference"))
                .body("errors.pointer", contains("/items/1/stretchId", "/items/2/stretchId"));
    }

    @Test
    void refusesWhatIsMissingTooLongOrTooMuch() {
        platform.call("{}")
                .post("/v1/routines")
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors.pointer", contains("/items", "/name"));
        platform.call("{\"name\": \"x\", \"items\": []}")
                .post("/v1/routines")
                .then()
                .statusCode(400);
        platform.call("{\"name\": \"a\\u0000b\", \"items\": [{\"stretchId\": \"plain\"}]}")
                .post("/v1/routines")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/name"));
        platform.call("{\"name\": \"x\", \"items\": [{\"stretchId\": \"a\\u0000b\"}]}")
                .post("/v1/routines")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/items/0/stretchId"));
        String[] tooMany = new String[51];
        Arrays.fill(tooMany, "plain");
        platform.call(Platform.routine(tooMany)).post("/v1/routines").then().statusCode(400);
    }

    @Test
    void isReplacedOnlyByWhoKnowsTheVersion() {
        String id = platform.compose("plain");

        platform.call(Platform.routine("twist"))
                .put("/v1/routines/{id}", id)
                .then()
                .statusCode(428);
        platform.call(Platform.routine("twist"))
                .header("If-Match", "\"v1\"")
                .put("/v1/routines/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("items.stretchId", contains("twist"))
                .body("totalSeconds", equalTo(35));
        platform.call(Platform.routine("plain"))
                .header("If-Match", "\"v1\"")
                .put("/v1/routines/{id}", id)
                .then()
                .statusCode(412);
    }

    @Test
    void keepsARetiredStretchButOffersItNoMore() {
        String id = platform.compose("plain", "twist");

        catalogue.retire(platform.tenant(), "plain");

        platform.call(Platform.routine("plain")).post("/v1/routines").then().statusCode(422);
        platform.call(Platform.routine("plain"))
                .header("If-Match", "\"v1\"")
                .put("/v1/routines/{id}", id)
                .then()
                .statusCode(200);
    }

    @Test
    void isRemovedUnlessAPlanUsesIt() {
        platform.describe("anna", "UTC");
        String used = platform.compose("plain");
        String plan = platform.plan("anna", used, 201);

        platform.call()
                .header("If-Match", "\"v1\"")
                .delete("/v1/routines/{id}", used)
                .then()
                .statusCode(409)
                .body("code", equalTo("routine-in-use"))
                .body("plans", contains(plan));
        platform.move(plan, "pause", "\"v1\"");
        platform.call()
                .header("If-Match", "\"v1\"")
                .delete("/v1/routines/{id}", used)
                .then()
                .statusCode(409);
        platform.move(plan, "end", "\"v2\"").then().statusCode(200);
        platform.call()
                .header("If-Match", "\"v1\"")
                .delete("/v1/routines/{id}", used)
                .then()
                .statusCode(204);
        platform.call().get("/v1/routines/{id}", used).then().statusCode(404);
        platform.readPlan(plan).then().statusCode(200).body("routineId", equalTo(used));
    }

    @Test
    void listsInPagesOldestFirst() {
        String first = platform.compose("plain");
        String second = platform.compose("plain");
        String third = platform.compose("plain");

        Response page = platform.call().get("/v1/routines?limit=2");

        page.then().statusCode(200).body("items.id", contains(first, second));
        platform.call()
                .queryParam("cursor", page.<String>path("next"))
                .get("/v1/routines")
                .then()
                .body("items.id", contains(third));
        platform.call()
                .get("/v1/routines?cursor=MTpub25zZW5zZQ")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    @Test
    void aRepeatedRequestIsAnsweredTheSameAndDoneOnce() {
        Response first = platform.call(Platform.routine("plain"))
                .header("Idempotency-Key", "k1")
                .post("/v1/routines");
        Response again = platform.call(Platform.routine("plain"))
                .header("Idempotency-Key", "k1")
                .post("/v1/routines");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.jsonPath().getMap("")).isEqualTo(first.jsonPath().getMap(""));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        platform.call().get("/v1/routines").then().body("items", hasSize(1));
        platform.call(Platform.routine("twist"))
                .header("Idempotency-Key", "k1")
                .post("/v1/routines")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void asksToWaitWhenNothingOfTheCatalogueHasArrived() throws SQLException {
        Platform early = Platform.fresh();
        try (var admin = DriverManager.getConnection(TestStack.adminUrl("limber_routine"));
                var statement = admin.createStatement()) {
            statement.execute("DELETE FROM catalogue_stretch WHERE tenant = '*'");
        }

        early.call(Platform.routine("plain"))
                .post("/v1/routines")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", equalTo("catalog-not-ready"))
                .body("type", startsWith("/problems/"));
    }
}
