package io.limber.catalog.browse;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limber.catalog.CatalogTest;
import io.limber.catalog.content.Packaged;
import io.limber.catalog.stretch.OwnStretches;
import io.limber.catalog.stretch.Stretch;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@CatalogTest
class StretchResourceComponentTest {
    private static final String PATH = "/v1/stretches";
    private static final String WHOLE = PATH + "?limit=200";

    private final String tenant = freshTenant();

    @Test
    void everyTenantSeesTheGlobalItems() {
        List<String> global = ids(items(Map.of()));

        assertThat(global).contains("cat-cow", "neck-flexion", "sleep-positions");
        as(tenant).get(WHOLE).then().body("next", nullValue());
        as(freshTenant()).get(WHOLE).then().statusCode(200).body("items.id", equalTo(global));
    }

    /** Against a list that is kept by hand: whoever renames or removes a stretch has to say where its id leads. */
    @Test
    void everyGlobalIdEverPublishedStillResolves() throws IOException {
        List<String> published;
        try (InputStream list = Packaged.class.getResourceAsStream("published-ids.txt")) {
            published = new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }

        assertThat(published)
                .as("ids in published-ids.txt")
                .containsAll(Packaged.stretches().stream().map(Stretch::id).toList())
                .containsAll(Packaged.stretches().stream()
                        .flatMap(stretch -> stretch.earlierIds().stream())
                        .toList());
        for (String id : published) {
            as(tenant).get(PATH + "/" + id).then().statusCode(200);
        }
    }

    @Test
    void showsAllOfAStretch() {
        as(tenant)
                .get(PATH + "/cat-cow")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("name", equalTo("Cat-cow"))
                .body("aliases", hasItem("Cat stretch"))
                .body("kind", equalTo("DYNAMIC"))
                .body("position", equalTo("all-fours"))
                .body("steps", hasSize(4))
                .body("breathing", notNullValue())
                .body("dose.repetitions.default", is(10))
                .body("dose.sides", equalTo("BOTH_TOGETHER"))
                .body("seconds", is(30))
                .body("cautions.when", hasItem("WRIST_INJURY"))
                .body("contraindications.find { it.code == 'OSTEOPOROSIS' }.action", equalTo("AVOID"))
                .body("sources.find { it.code == 'SRC' }.tier", equalTo("A"))
                .body("reviewStatus", equalTo("UNREVIEWED"))
                .body("licence", equalTo("CC-BY-4.0"));
    }

    @Test
    void aHabitHasNoDoseAndTakesNoTime() {
        as(tenant)
                .get(PATH + "/sleep-positions")
                .then()
                .statusCode(200)
                .body("kind", equalTo("HABIT"))
                .body("dose", nullValue())
                .body("seconds", is(0));
    }

    @ParameterizedTest
    @CsvSource({
        "region, regions, regions",
        "muscle, muscles, muscles",
        "position, positions, position",
        "equipment, equipment, equipment",
        "movement, movement-classes, movementClasses",
        "difficulty, difficulties, difficulty",
        "officeFit, office-fits, officeFit",
        "kind, kinds, kind",
    })
    void filtersByEveryCodeOfAFacet(String parameter, String vocabulary, String field) {
        List<JsonNode> all = items(Map.of());
        List<String> codes = as(tenant).get("/v1/vocabularies/" + vocabulary).path("entries.code");
        assertThat(codes).isNotEmpty();

        for (String code : codes) {
            assertThat(ids(items(Map.of(parameter, code))))
                    .as("%s=%s", parameter, code)
                    .isEqualTo(ids(all, item -> codesOf(item, field).contains(code)));
        }
    }

    @Test
    void severalCodesOfAFacetAreAlternativesAndFacetsAddUp() {
        List<JsonNode> all = items(Map.of());

        List<String> found = ids(items(Map.of("region", "neck,lower-back", "kind", "STATIC")));

        assertThat(found)
                .isNotEmpty()
                .isEqualTo(ids(
                        all,
                        item -> item.path("kind").asText().equals("STATIC")
                                && (codesOf(item, "regions").contains("neck")
                                        || codesOf(item, "regions").contains("lower-back"))));
        as(tenant)
                .queryParam("region", "neck", "lower-back")
                .queryParam("kind", "STATIC")
                .get(WHOLE)
                .then()
                .body("items.id", equalTo(found));
    }

    @Test
    void leavesOutWhatAConditionRulesOut() {
        List<JsonNode> all = items(Map.of());
        List<String> codes =
                as(tenant).get("/v1/vocabularies/contraindications").path("entries.code");

        for (String code : codes) {
            assertThat(ids(items(Map.of("excluding", code))))
                    .as("excluding=%s", code)
                    .isEqualTo(ids(all, item -> !code.equals("RED_FLAG") && !rulesOut(item, Set.of(code))));
        }
    }

    @Test
    void aPersonWithRadiatingLegPainGetsNoHamstringStretch() {
        assertThat(ids(items(Map.of("excluding", "RADICULOPATHY"))))
                .doesNotContain("hamstring-stretch-generic", "cobra-to-downward-dog", "knee-to-chest")
                .contains("neck-flexion", "corner-stretch");
    }

    @Test
    void aWarningSignRulesOutEverything() {
        as(tenant)
                .queryParam("excluding", "RED_FLAG")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void conditionsMayBeRepeatedOrHaveCommasBetween() {
        List<String> commas = ids(items(Map.of("excluding", "GLAUCOMA,KNEE_INJURY")));

        as(tenant)
                .queryParam("excluding", "GLAUCOMA", "KNEE_INJURY")
                .get(WHOLE)
                .then()
                .body("items.id", equalTo(commas));
        assertThat(commas).isEqualTo(ids(items(Map.of()), item -> !rulesOut(item, Set.of("GLAUCOMA", "KNEE_INJURY"))));
    }

    @Test
    void letsThroughWhatFitsIntoTheTime() {
        assertThat(ids(items(Map.of("maxSeconds", "45"))))
                .isEqualTo(ids(items(Map.of()), item -> item.path("seconds").asInt() <= 45))
                .contains("neck-flexion")
                .doesNotContain("levator-scapulae-stretch");
    }

    @Test
    void pagesLeadThroughTheWholeListOnce() {
        List<String> seen = new ArrayList<>();
        String path = PATH + "?limit=5";
        while (path != null) {
            Response page = as(tenant).get(path);
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("items.id"));
            String next = page.path("next");
            String link = page.header("Link");
            path = link == null ? null : link.substring(1, link.indexOf('>'));
            assertThat(next == null).isEqualTo(link == null);
        }

        assertThat(seen).isEqualTo(ids(items(Map.of()))).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "?{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "region=foot               | region     | invalid-value",
                "region=                   | region     | invalid-value",
                "region=neck,foot          | region     | invalid-value",
                "muscle=heart              | muscle     | invalid-value",
                "position=headstand        | position   | invalid-value",
                "equipment=rope            | equipment  | invalid-value",
                "movement=FLY              | movement   | invalid-value",
                "difficulty=beginner       | difficulty | invalid-value",
                "officeFit=ROOF            | officeFit  | invalid-value",
                "kind=YOGA                 | kind       | invalid-value",
                "excluding=BAD_BACK        | excluding  | invalid-value",
                "reigon=neck               | reigon     | bad-request",
            })
    void refusesWhatIsNotAllowedAndListsWhatIs(String query, String parameter, String code) {
        as(tenant)
                .get(PATH + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", is(400))
                .body("errors.pointer", contains(parameter))
                .body("errors[0].allowed", hasItem(parameter.equals("reigon") ? "region" : allowed(parameter)))
                .body("traceId", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maxSeconds=-1",
                "maxSeconds=soon",
                "maxSeconds=99999999999",
                "limit=0",
                "limit=201",
                "limit=all",
                "cursor=nonsense"
            })
    void refusesNumbersAndCursorsThatAreNone(String query) {
        String parameter = query.substring(0, query.indexOf('='));

        as(tenant)
                .get(PATH + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, PATH + "?region=neck&limit=1", PATH + "/cat-cow"})
    void whoHasItAlreadyIsToldSo(String path) {
        Response first = as(tenant).get(path);
        String tag = first.header("ETag");

        assertThat(tag).startsWith("\"").endsWith("\"");
        first.then()
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Authorization, Accept-Language, Accept-Encoding");
        for (String known : List.of(tag, "\"other\", " + tag, "W/" + tag, "*")) {
            as(tenant)
                    .header("If-None-Match", known)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .body(is(""));
        }
        as(tenant).header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }

    @Test
    void theTagChangesWithTheListAndWithNothingElse() {
        String before = as(tenant).get(WHOLE).header("ETag");
        assertThat(as(freshTenant()).get(WHOLE).header("ETag")).isEqualTo(before);

        OwnStretches.insert(tenant, "own-tag");

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(as(tenant).get(WHOLE).header("ETag")).isNotEqualTo(before));
    }

    @Test
    void anotherTenantsStretchIsNotThere() {
        String other = freshTenant();
        int global = items(Map.of()).size();
        OwnStretches.insert(tenant, "own-secret");

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> as(tenant).get(PATH + "/own-secret").then().statusCode(200));
        as(tenant).get(WHOLE).then().body("items", hasSize(global + 1));
        as(other).get(WHOLE).then().body("items", hasSize(global));
        String theirs = as(other)
                .get(PATH + "/own-secret")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"))
                .extract()
                .path("detail");
        String nobodys = as(other).get(PATH + "/own-nothing").path("detail");
        assertThat(theirs.replace("own-secret", "X")).isEqualTo(nobodys.replace("own-nothing", "X"));
    }

    @Test
    void aTenantsOwnStretchHidesTheGlobalOneForItAlone() {
        int global = items(Map.of()).size();
        OwnStretches.insert(tenant, "glute-bridge");

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> as(tenant).get(PATH + "/glute-bridge").then().body("name", equalTo("Cat-cow")));
        as(tenant).get(WHOLE).then().body("items", hasSize(global));
        as(freshTenant()).get(PATH + "/glute-bridge").then().body("name", equalTo("Glute bridge"));
    }

    @Test
    void speaksOnlyJson() {
        as(tenant)
                .accept("text/html")
                .get(PATH)
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("code", equalTo("not-acceptable"));
    }

    @Test
    void isReadOnly() {
        as(tenant)
                .contentType("application/json")
                .body("{}")
                .post(PATH)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("type", startsWith("/problems/"));
    }

    private static String allowed(String parameter) {
        return switch (parameter) {
            case "region" -> "lower-back";
            case "muscle" -> "piriformis";
            case "position" -> "supine";
            case "equipment" -> "mat";
            case "movement" -> "HIP-FLEX>90";
            case "difficulty" -> "BEGINNER";
            case "officeFit" -> "DESK";
            case "kind" -> "STATIC";
            case "excluding" -> "RADICULOPATHY";
            default -> throw new IllegalArgumentException(parameter);
        };
    }

    private List<JsonNode> items(Map<String, String> query) {
        String body = as(tenant)
                .queryParams(query)
                .get(WHOLE)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return new ObjectMapper().readTree(body).path("items").valueStream().toList();
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }

    private static List<String> ids(List<JsonNode> items) {
        return ids(items, item -> true);
    }

    private static List<String> ids(List<JsonNode> items, Predicate<JsonNode> wanted) {
        return items.stream()
                .filter(wanted)
                .map(item -> item.path("id").asText())
                .toList();
    }

    private static List<String> codesOf(JsonNode item, String field) {
        JsonNode value = item.path(field);
        return value.isArray() ? value.valueStream().map(JsonNode::asText).toList() : List.of(value.asText());
    }

    private static boolean rulesOut(JsonNode item, Set<String> codes) {
        return item.path("contraindications")
                .valueStream()
                .anyMatch(one -> codes.contains(one.path("code").asText())
                        && !one.path("action").asText().equals("MODIFY"));
    }
}
