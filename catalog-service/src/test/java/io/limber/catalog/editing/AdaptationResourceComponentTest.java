package io.limber.catalog.editing;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static io.limber.catalog.editing.OwnStretchResourceComponentTest.refused;
import static io.limber.catalog.editing.Samples.habit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.limber.catalog.CatalogTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tenant makes of stretches that everybody has. */
@CatalogTest
class AdaptationResourceComponentTest {
    private static final String PATH = "/v1/catalog/adaptations";
    private static final String WORDS =
            "{\"wording\": {\"en\": {\"name\": \"Tiger\", \"summary\": \"Wakes the tiger.\"}}}";

    private final String tenant = freshTenant();
    private final Editor editor = Editor.of(tenant);

    @Test
    void whatWasNeverAdaptedHasVersionZero() {
        editor.call()
                .get(PATH + "/cat-cow")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v0\""))
                .body("id", equalTo("cat-cow"))
                .body("version", is(0))
                .body("hidden", is(false))
                .body("wording", anEmptyMap())
                .body("changedAt", nullValue());
    }

    @Test
    void theFirstOneIsOfVersionZeroAndTheNextOfTheLast() {
        refused(put("cat-cow", WORDS, null), 428, "precondition-required");
        refused(put("cat-cow", WORDS, "\"v1\""), 412, "stale-version");
        put("cat-cow", WORDS, "\"v0\"")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v1\""))
                .body("version", is(1))
                .body("changedAt", notNullValue());

        refused(put("cat-cow", WORDS, "\"v0\""), 412, "stale-version");
        refused(editor.call().delete(PATH + "/cat-cow"), 428, "precondition-required");
        refused(editor.call().header("If-Match", "\"v0\"").delete(PATH + "/cat-cow"), 412, "stale-version");
        put("cat-cow", WORDS, "\"v1\"").then().statusCode(200).body("version", is(2));
    }

    @Test
    void aHiddenStretchIsOfferedToNobodyAndStillReadable() {
        put("cat-cow", "{\"hidden\": true}", "\"v0\"").then().statusCode(200).body("hidden", is(true));

        editor.readersSee("cat-cow", stretch -> stretch.statusCode(200).body("status", equalTo("HIDDEN")));
        as(tenant).get("/v1/stretches?limit=200").then().body("items.id", not(hasItem("cat-cow")));
        as(tenant).get("/v1/stretches?q=cat+cow").then().body("items.id", not(hasItem("cat-cow")));
        as(freshTenant()).get("/v1/stretches?limit=200").then().body("items.id", hasItem("cat-cow"));
    }

    @Test
    void whatIsLeftOutStaysAsItIs() {
        String steps = as(tenant).get("/v1/stretches/cat-cow").jsonPath().getString("steps");

        put("cat-cow", WORDS, "\"v0\"").then().statusCode(200);

        editor.readersSee(
                "cat-cow",
                stretch -> stretch.body("name", equalTo("Tiger"))
                        .body("summary", equalTo("Wakes the tiger."))
                        .body("reworded", is(true))
                        .body("own", is(false))
                        .body("status", equalTo("PUBLISHED")));
        assertThat(as(tenant).get("/v1/stretches/cat-cow").jsonPath().getString("steps"))
                .isEqualTo(steps);
        as(freshTenant()).get("/v1/stretches/cat-cow").then().body("name", equalTo("Cat-cow"), "reworded", is(false));
    }

    @Test
    void aLanguageThatIsNotRewordedStaysAsItIs() {
        put("cat-cow", "{\"wording\": {\"de\": {\"name\": \"Tigerrücken\"}}}", "\"v0\"")
                .then()
                .statusCode(200)
                .body("wording.de.name", equalTo("Tigerrücken"))
                .body("wording.de", equalTo(Map.of("name", "Tigerrücken")));

        editor.readersSee(
                "cat-cow?lang=de",
                stretch -> stretch.body("name", equalTo("Tigerrücken")).body("language", equalTo("de")));
        as(tenant).get("/v1/stretches/cat-cow?lang=en").then().body("name", equalTo("Cat-cow"));
        as(tenant).get("/v1/stretches/cat-cow?lang=fr").then().body("name", not(equalTo("Tigerrücken")));
    }

    @Test
    void allWordsOfEveryLanguageCanBeOthers() {
        put("cat-cow", """
                        {"wording": {
                          "en": {"name": "Tiger", "aliases": [], "summary": "A", "start": "B", "steps": ["C"], "breathing": "D"},
                          "es": {"name": "Tigre", "steps": ["Uno", "Dos"]}}}""", "\"v0\"").then().statusCode(200);

        editor.readersSee(
                "cat-cow",
                stretch -> stretch.body("name", equalTo("Tiger"))
                        .body("aliases", equalTo(List.of()))
                        .body("summary", equalTo("A"))
                        .body("start", equalTo("B"))
                        .body("steps", contains("C"))
                        .body("breathing", equalTo("D")));
        as(tenant)
                .get("/v1/stretches/cat-cow?lang=es")
                .then()
                .body("name", equalTo("Tigre"), "steps", contains("Uno", "Dos"));
        as(tenant)
                .accept("image/svg+xml")
                .get("/v1/stretches/cat-cow/figure.svg?pose=3")
                .then()
                .statusCode(200);
    }

    @Test
    void safetyIsNotAMatterOfStyle() {
        List<String> reasons = as(tenant).get("/v1/stretches/cat-cow").path("contraindications.reason");
        List<String> cautions = as(tenant).get("/v1/stretches/cat-cow").path("cautions.text");

        refused(
                put("cat-cow", "{\"wording\": {\"en\": {\"cautions\": []}}}", "\"v0\""),
                400,
                "unknown-field",
                "/wording/en/cautions");
        refused(
                put("cat-cow", "{\"wording\": {\"en\": {\"reasons\": {}}}}", "\"v0\""),
                400,
                "unknown-field",
                "/wording/en/reasons");
        refused(put("cat-cow", "{\"contraindications\": []}", "\"v0\""), 400, "unknown-field", "/contraindications");
        put("cat-cow", WORDS, "\"v0\"").then().statusCode(200);

        editor.readersSee(
                "cat-cow",
                stretch -> stretch.body("name", equalTo("Tiger"))
                        .body("contraindications.reason", equalTo(reasons))
                        .body("cautions.text", equalTo(cautions)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"it": {"name": "Gatto"}}                        | /wording/it
            {"en": null}                                     | /wording/en
            {"en": {"name": ""}}                             | /wording/en/name
            {"en": {"name": " "}, "de": {"start": ""}}       | /wording/en/name /wording/de/start
            {"en": {"name": "LONG"}}                         | /wording/en/name
            {"en": {"summary": "LONG"}}                      | /wording/en/summary
            {"de": {"start": "LONG"}}                        | /wording/de/start
            {"fr": {"breathing": "LONG"}}                    | /wording/fr/breathing
            {"en": {"steps": []}}                            | /wording/en/steps
            {"en": {"steps": ["a", " ", null, "LONG"]}}      | /wording/en/steps/1 /wording/en/steps/2 /wording/en/steps/3
            {"en": {"aliases": ["a", ""]}}                   | /wording/en/aliases/1
            {"en": {"steps": MANY}}                          | /wording/en/steps
            {"en": {"aliases": MANY}}                        | /wording/en/aliases
            {"en": {"name": "a\\u0000b"}}                    | /wording/en/name
            {"en": {"steps": ["a\\u0001b"]}}                 | /wording/en/steps/0
            """)
    void namesWordsThatDoNotFit(String wording, String pointers) {
        String words = wording.replace("LONG", "x".repeat(2001)).replace("MANY", "[" + "\"x\", ".repeat(20) + "\"x\"]");

        refused(
                put("cat-cow", "{\"wording\": " + words + "}", "\"v0\""),
                400,
                "validation-failed",
                pointers.split(" "));
        editor.call().get(PATH + "/cat-cow").then().body("version", is(0));
    }

    @Test
    void aRemovedAdaptationShowsWhatEverybodySees() {
        put("cat-cow", "{\"hidden\": true, \"wording\": {\"en\": {\"name\": \"Tiger\"}}}", "\"v0\"")
                .then()
                .statusCode(200);
        editor.readersSee("cat-cow", stretch -> stretch.body("status", equalTo("HIDDEN")));

        editor.call()
                .header("If-Match", "\"v1\"")
                .delete(PATH + "/cat-cow")
                .then()
                .statusCode(204);

        editor.readersSee(
                "cat-cow",
                stretch -> stretch.body("status", equalTo("PUBLISHED"))
                        .body("name", equalTo("Cat-cow"))
                        .body("reworded", is(false)));
        as(tenant).get("/v1/stretches?limit=200").then().body("items.id", hasItem("cat-cow"));
        editor.call()
                .get(PATH + "/cat-cow")
                .then()
                .header("ETag", equalTo("\"v2\""))
                .body("hidden", is(false), "wording", anEmptyMap());
    }

    @Test
    void aPutReplacesAllThatWasThere() {
        put("cat-cow", "{\"hidden\": true, \"wording\": {\"en\": {\"name\": \"Tiger\"}}}", "\"v0\"")
                .then()
                .statusCode(200);

        put("cat-cow", "{\"wording\": {\"de\": {\"name\": \"Tiger\"}}}", "\"v1\"")
                .then()
                .statusCode(200)
                .body("hidden", is(false))
                .body("wording.en", nullValue());
    }

    @Test
    void listsWhatIsAdaptedPageByPage() {
        for (String id : List.of("neck-flexion", "cat-cow", "knee-to-chest")) {
            put(id, "{\"hidden\": true}", "\"v0\"").then().statusCode(200);
        }
        editor.call()
                .header("If-Match", "\"v1\"")
                .delete(PATH + "/knee-to-chest")
                .then()
                .statusCode(204);

        Response first = editor.call().get(PATH + "?limit=1");
        first.then().statusCode(200).body("items.id", contains("cat-cow"));
        editor.call()
                .get(PATH + "?limit=1&cursor=" + first.path("next"))
                .then()
                .body("items.id", contains("neck-flexion"))
                .body("next", nullValue());
        Editor.of(freshTenant()).call().get(PATH).then().body("items", equalTo(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "our-bow", "seated-hamstring", "%00"})
    void onlyStretchesOfTheGlobalCatalogueAreAdaptedByTheirIds(String id) {
        editor.bringOut(habit("our-bow"));
        editor.readersSee("our-bow");

        refused(editor.call().get(PATH + "/" + id), 404, "not-found");
        refused(put(id, WORDS, "\"v0\""), 404, "not-found");
        refused(editor.call().header("If-Match", "\"v0\"").delete(PATH + "/" + id), 404, "not-found");
    }

    private Response put(String id, String adaptation, @Nullable String etag) {
        var request = editor.call().contentType("application/json").body(adaptation);
        return (etag == null ? request : request.header("If-Match", etag)).put(PATH + "/" + id);
    }
}
