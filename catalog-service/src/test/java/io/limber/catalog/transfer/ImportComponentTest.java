package io.limber.catalog.transfer;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.limber.catalog.CatalogTest;
import io.limber.catalog.editing.Editor;
import io.limber.catalog.editing.Samples;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports, and what becomes of entries that are wrong. */
@CatalogTest
class ImportComponentTest {
    private static final String BARE = "{\"id\": \"%1$s\", \"state\": \"DRAFT\", \"draft\": {\"id\": \"%1$s\"}}\n";

    private final String tenant = freshTenant();
    private final Editor editor = Editor.of(tenant);

    @Test
    void aBrokenLineIsReportedWithItsNumberAndTheRestGoesIn() {
        editor.bringOut(Samples.habit("old-bow"));
        editor.retire("old-bow", null).then().statusCode(200);

        Imported imported = Imported.of(editor.bringIn("", brokenLines()));

        assertThat(imported.outcomes())
                .containsExactly(
                        "1 first-bow CREATED",
                        "2 ? FAILED malformed-json",
                        "4 c FAILED invalid-value /draft/sumary",
                        "5 d FAILED invalid-value /state",
                        "6 No Id FAILED validation-failed /id",
                        "7 f FAILED validation-failed /draft/id",
                        "8 g FAILED not-publishable /name /aliases /kind /difficulty /officeFit /position /summary"
                                + " /start /steps /breathing /regions /muscles /equipment /movementClasses /cautions"
                                + " /contraindications /sources /reviewStatus /licence",
                        "9 ? FAILED malformed-json",
                        "10 old-bow FAILED stretch-retired",
                        "11 cat-cow FAILED id-taken",
                        "12 ? FAILED malformed-json",
                        "13 ? FAILED malformed-json",
                        "14 ? FAILED validation-failed /id",
                        "15 last-bow CREATED");
        assertThat(imported.summary())
                .isEqualTo(Samples.json("{\"entries\": 14, \"created\": 2, \"changed\": 0, \"unchanged\": 0,"
                        + " \"failed\": 12, \"applied\": true}"));
        assertThat(ids()).containsExactly("first-bow", "last-bow", "old-bow");
        assertThat(imported.results().get(3).at("/errors/0/allowed"))
                .isEqualTo(Samples.json("[\"DRAFT\", \"PUBLISHED\", \"CHANGED\", \"RETIRED\"]"));
        assertThat(imported.results().get(1).path("detail").asText()).startsWith("cannot be read: ");
        assertThat(imported.results().get(7).path("detail").asText()).isEqualTo("is longer than 1048576 bytes");
    }

    private static String brokenLines() {
        return String.join(
                "\n",
                published(Samples.habit("first-bow")).strip(),
                "{\"id\": \"b\", ",
                "   ",
                "{\"id\": \"c\", \"state\": \"DRAFT\", \"draft\": {\"id\": \"c\", \"sumary\": \"x\"}}",
                "{\"id\": \"d\", \"state\": \"GONE\"}",
                BARE.formatted("No Id").strip(),
                "{\"id\": \"f\", \"state\": \"DRAFT\", \"draft\": {\"id\": \"another\"}}",
                published(Samples.bare("g")).strip(),
                "{\"id\": \"h\", \"state\": \"DRAFT\", \"draft\": {\"id\": \"h\", \"name\": \"" + "x".repeat(1 << 20)
                        + "\"}}",
                BARE.formatted("old-bow").strip(),
                BARE.formatted("cat-cow").strip(),
                "[1, 2]",
                BARE.formatted("i").strip() + BARE.formatted("j").strip(),
                "{\"state\": \"DRAFT\"}",
                BARE.formatted("last-bow"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id": "x", "state": "DRAFT"}                                                  | validation-failed /draft
            {"id": "x", "state": "DRAFT", "draft": null}                                   | validation-failed /draft
            {"id": "x", "state": "DRAFT", "draft": "text"}                                 | invalid-value /draft
            {"id": "x", "state": "DRAFT", "draft": {"id": "x"}, "published": {"id": "x"}}  | validation-failed /published
            {"id": "x", "state": "PUBLISHED", "draft": {"id": "x"}}                        | validation-failed /published
            {"id": "x", "state": "PUBLISHED", "published": {"id": "x"}, "draft": {"id": "x"}} | validation-failed /draft
            {"id": "x", "state": "CHANGED", "published": {"id": "x"}}                      | validation-failed /draft
            {"id": "x", "state": "CHANGED", "draft": {"id": "x"}}                          | validation-failed /published
            {"id": "x", "state": "RETIRED"}                                                | validation-failed /published
            {"id": "x", "draft": {"id": "x"}}                                              | invalid-value /state
            {"id": "x", "state": "DRAFT", "draft": {}}                                     | validation-failed /draft/id
            {"id": "x", "state": "DRAFT", "draft": {"id": "x"}, "replacedBy": "y"}         | validation-failed /replacedBy
            {"id": "x", "state": "DRAFT", "draft": {"id": "x"}, "more": 1}                 | invalid-value /more
            {"id": "x", "state": "DRAFT", "draft": {"id": "x", "revision": 1}}             | invalid-value /draft/revision
            {"id": "x", "state": "DRAFT", "draft": {"id": "x", "language": "EN"}}          | invalid-value /draft/language
            {"id": "x", "state": "DRAFT", "draft": {"id": "x", "dose": {"restSeconds": "5"}}} | invalid-value /draft/dose/restSeconds
            {"id": "x", "state": "DRAFT", "draft": {"id": "x", "steps": [null]}}           | validation-failed /steps/0
            {"id": "x", "state": "DRAFT", "draft": {"id": "x", "name": "a\\u0000b"}}       | validation-failed /name
            {"id": "x", "state": "DRAFT", "draft": {"id": "x", "formerIds": ["No id"]}}    | validation-failed /formerIds/0
            """)
    void saysWhatIsWrong(String line, String mistake) {
        Imported imported = Imported.of(editor.bringIn("", line + "\n" + BARE.formatted("fine")));

        assertThat(imported.outcomes()).containsExactly("1 x FAILED " + mistake, "2 fine CREATED");
        assertThat(imported.results().getFirst().toString()).doesNotContain("io.limber", "java.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"our-bow", "No id", "<script>"})
    void whatReplacesARetiredOneIsTheIdOfAnother(String replacedBy) {
        String line = "{\"id\": \"our-bow\", \"state\": \"RETIRED\", \"replacedBy\": \"" + replacedBy
                + "\", \"published\": " + Samples.habit("our-bow") + "}";

        assertThat(Imported.of(editor.bringIn("", line)).outcomes())
                .containsExactly("1 our-bow FAILED validation-failed /replacedBy");
    }

    @Test
    void whatReplacesARetiredOneMayComeLater() {
        String lines = "{\"id\": \"our-bow\", \"state\": \"RETIRED\", \"replacedBy\": \"the-next-bow\", \"published\": "
                + Samples.habit("our-bow") + "}\n" + published(Samples.habit("the-next-bow"));

        Imported.of(editor.bringIn("", lines)).allAre("CREATED");

        editor.read("our-bow").then().body("replacedBy", equalTo("the-next-bow"));
    }

    @Test
    void whatIsNotUtf8IsReported() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(BARE.formatted("fine").getBytes(StandardCharsets.UTF_8));
        body.writeBytes("{\"id\": \"x\", \"state\": \"DRAFT\", \"draft\": {\"id\": \"x\", \"name\": \"Übung\"}}\n"
                .getBytes(StandardCharsets.ISO_8859_1));

        Imported imported = Imported.of(editor.call()
                .contentType("application/x-ndjson")
                .body(body.toByteArray())
                .post("/v1/catalog/import"));

        assertThat(imported.outcomes()).containsExactly("1 fine CREATED", "2 ? FAILED malformed-json");
        assertThat(imported.results().get(1).path("detail").asText()).isEqualTo("is not UTF-8");
    }

    @Test
    void yamlIsReadDocumentByDocument() {
        String yaml = """
                # what we have
                ---
                id: our-bow
                state: DRAFT
                draft:
                  id: our-bow
                  name: Deep bow   # in the morning
                  steps: [Stand up., "Bow:"]
                ---
                id: [
                ---

                ---
                id: c
                state: DRAFT
                draft: {id: c, sumary: x}
                ---
                id: d
                id: e
                ---
                just a text
                ---
                id: last-bow
                state: DRAFT
                draft: {id: last-bow}
                """;

        Imported imported = Imported.of(editor.bringIn("?format=yaml", yaml));

        assertThat(imported.outcomes())
                .containsExactly(
                        "1 ? FAILED malformed-json",
                        "3 our-bow CREATED",
                        "10 ? FAILED malformed-json",
                        "14 c FAILED invalid-value /draft/sumary",
                        "18 ? FAILED malformed-json",
                        "21 ? FAILED malformed-json",
                        "23 last-bow CREATED");
        editor.read("our-bow")
                .then()
                .body("document.name", equalTo("Deep bow"), "document.steps", equalTo(List.of("Stand up.", "Bow:")));
    }

    @Test
    void aTrialKeepsNothingAndSaysWhatWouldBecome() {
        editor.bringOut(Samples.habit("our-bow"));
        JsonNode audit = Samples.json(editor.call().get("/v1/catalog/audit").asString());
        String before = editor.export("ndjson");
        String lines = published(Samples.habit("our-bow"))
                + published(Samples.habit("our-bow").put("name", "Second"))
                + published(Samples.habit("new-bow"))
                + published(Samples.bare("bad-bow"));

        Imported imported = Imported.of(editor.bringIn("?dryRun=true", lines));

        assertThat(imported.outcomes().subList(0, 3))
                .containsExactly("1 our-bow UNCHANGED", "2 our-bow CHANGED", "3 new-bow CREATED");
        assertThat(imported.outcomes().get(3)).startsWith("4 bad-bow FAILED not-publishable /name");
        assertThat(imported.summary().path("applied").asBoolean()).isFalse();
        assertThat(editor.export("ndjson")).isEqualTo(before);
        assertThat(Samples.json(editor.call().get("/v1/catalog/audit").asString()))
                .isEqualTo(audit);
        as(tenant).get("/v1/stretches/new-bow").then().statusCode(404);
    }

    @Test
    void allOrNothingKeepsNothingWhenOneIsBroken() {
        Imported imported = Imported.of(
                editor.bringIn("?atomic=true", BARE.formatted("our-bow") + "{\n" + BARE.formatted("new-bow")));

        assertThat(imported.outcomes())
                .containsExactly("1 our-bow CREATED", "2 ? FAILED malformed-json", "3 new-bow CREATED");
        assertThat(imported.summary().path("applied").asBoolean()).isFalse();
        assertThat(ids()).isEmpty();
        editor.call().get("/v1/catalog/audit").then().body("items", empty());
    }

    @Test
    void allOrNothingKeepsAllWhenNoneIsBroken() {
        Imported imported = Imported.of(
                editor.bringIn("?atomic=true", BARE.formatted("our-bow") + published(Samples.habit("new-bow"))));

        imported.allAre("CREATED");
        assertThat(imported.summary().path("applied").asBoolean()).isTrue();
        assertThat(ids()).containsExactly("new-bow", "our-bow");
    }

    @Test
    void allOrNothingInATrialIsATrial() {
        Imported imported = Imported.of(editor.bringIn("?atomic=true&dryRun=true", BARE.formatted("our-bow")));

        imported.allAre("CREATED");
        assertThat(imported.summary().path("applied").asBoolean()).isFalse();
        assertThat(ids()).isEmpty();
    }

    /** Each of them is right, but not beside the other, and they are too far apart to be tried together. */
    @Test
    void allOrNothingKeepsNothingOfWhatDoesNotGoTogether() {
        StringBuilder lines = new StringBuilder(published(heir("first-heir")));
        for (int number = 0; number < 60; number++) {
            lines.append(BARE.formatted("bow-" + number));
        }
        lines.append(published(heir("second-heir")));

        Response refused = editor.bringIn("?atomic=true", lines.toString());

        refused.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("id-taken"))
                .body("detail", containsString("line 62"));
        assertThat(ids()).isEmpty();
    }

    private static JsonNode heir(String id) {
        var heir = Samples.habit(id);
        heir.putArray("formerIds").add("old-bow");
        return heir;
    }

    @Test
    void aDraftOverWhatIsInForceWaits() {
        editor.bringOut(Samples.habit("our-bow"));

        Imported.of(editor.bringIn("", BARE.formatted("our-bow"))).allAre("CHANGED");
        Imported.of(editor.bringIn("", BARE.formatted("our-bow"))).allAre("UNCHANGED");

        editor.read("our-bow").then().body("state", equalTo("CHANGED"), "revision", equalTo(1), "version", equalTo(3));
    }

    @Test
    void whoImportedIsNoted() {
        Editor.named("night-job", tenant)
                .bringIn("", published(Samples.habit("our-bow")))
                .then()
                .statusCode(200);

        editor.call()
                .get("/v1/catalog/audit")
                .then()
                .body("items.action", equalTo(List.of("PUBLISHED", "DRAFTED")))
                .body("items.actor", equalTo(List.of("night-job", "night-job")));
    }

    private List<String> ids() {
        return editor.export("ndjson")
                .lines()
                .map(line -> Samples.json(line).path("id").asText())
                .toList();
    }

    private static String published(JsonNode stretch) {
        return "{\"id\": " + stretch.path("id") + ", \"state\": \"PUBLISHED\", \"published\": " + stretch + "}\n";
    }
}
