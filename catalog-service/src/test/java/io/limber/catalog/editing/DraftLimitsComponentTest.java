package io.limber.catalog.editing;

import static io.limber.catalog.Caller.freshTenant;
import static io.limber.catalog.editing.OwnStretchResourceComponentTest.refused;
import static io.limber.catalog.editing.Samples.bare;
import static io.limber.catalog.editing.Samples.exercise;
import static io.limber.catalog.editing.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.CatalogTest;
import io.limber.catalog.content.PackagedContent;
import io.limber.catalog.document.DocumentJson;
import io.limber.catalog.stretch.Stretch;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not even kept as a draft. */
@CatalogTest
class DraftLimitsComponentTest {
    private final Editor editor = Editor.of(freshTenant());

    @ParameterizedTest
    @CsvSource({
        "name, 120",
        "summary, 2000",
        "start, 2000",
        "breathing, 2000",
        "author, 2000",
        "kind, 2000",
    })
    void textsHaveALength(String field, int longest) {
        refused(
                editor.draft(bare("our-bow").put(field, "x".repeat(longest + 1))),
                400,
                "validation-failed",
                "/" + field);
        editor.draft(bare("our-bow").put(field, "x".repeat(longest))).then().statusCode(201);
    }

    @Test
    void namesEveryTextThatIsTooLong() {
        String long_ = "x".repeat(2001);
        ObjectNode draft = bare("our-bow").put("summary", long_);
        draft.putArray("steps").add("Short.").add(long_);
        draft.putArray("cautions").addObject().put("text", long_);
        draft.set("translations", json("{\"de\": {\"name\": \"" + "x".repeat(121) + "\"}}"));

        refused(
                editor.draft(draft),
                400,
                "validation-failed",
                "/summary",
                "/steps/1",
                "/cautions/0/text",
                "/translations/de/name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aliases", "steps", "regions", "muscles", "equipment", "movementClasses"})
    void listsHaveSixtyEntries(String field) {
        ObjectNode draft = bare("our-bow");
        ArrayNode entries = draft.putArray(field);
        IntStream.range(0, 60).forEach(number -> entries.add("entry " + number));
        editor.draft(draft).then().statusCode(201);

        entries.add("one too many");
        draft.put("id", "another-bow");
        refused(editor.draft(draft), 400, "validation-failed", "/" + field);
    }

    @Test
    void aDraftHasALengthInAll() {
        ObjectNode draft = bare("our-bow");
        ArrayNode steps = draft.putArray("steps");
        IntStream.range(0, 46).forEach(number -> steps.add("x".repeat(2000)));

        Response refusal = editor.draft(draft);
        refused(refusal, 400, "validation-failed");
        assertThat(refusal.<String>path("errors[0].message")).contains("90000 characters in all");

        IntStream.range(0, 2).forEach(number -> steps.remove(0));
        editor.draft(draft).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0001", "\\u001b[31m", "\\u007f", "\\u0085", "\\ufffe", "\\uffff"})
    void charactersThatAreNoneAreRefused(String wrong) {
        refused(draftText("{\"id\": \"our-bow\", \"name\": \"a" + wrong + "b\"}"), 400, "validation-failed", "/name");
        refused(
                draftText("{\"id\": \"our-bow\", \"translations\": {\"de\": {\"reasons\": {\"a" + wrong
                        + "\": \"x\"}}}}"),
                400,
                "validation-failed",
                "/translations/de/reasons");
        refused(draftText("{\"id\": \"a" + wrong + "\"}"), 400, "validation-failed", "/id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "\\udc00\\ud800"})
    void halvesOfCharactersAreRefused(String half) {
        draftText("{\"id\": \"our-bow\", \"name\": \"a" + half + "b\"}").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d\\ude00", "\\t", "\\n", "\\r\\n", "\\u00a0", "\\u2028", "\\ufeff"})
    void otherCharactersAreKept(String kept) {
        String draft = "{\"id\": \"our-bow\", \"name\": \"a" + kept + "b\"}";
        draftText(draft).then().statusCode(201);

        String name = editor.read("our-bow").path("document.name");
        assertThat(name).isEqualTo(json(draft).path("name").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id": "our-bow", "sumary": "x"}                          | unknown-field     | /sumary
            {"id": "our-bow", "revision": 1}                          | unknown-field     | /revision
            {"id": "our-bow", "figure": {"camera": {"yaw": 1, "pitch": 1, "zoom": 1}}}      | unknown-field     | /figure/camera/zoom
            {"id": "our-bow", "dose": {"restSeconds": "5"}}           | invalid-value     | /dose/restSeconds
            {"id": "our-bow", "dose": {"restSeconds": 1.5}}           | invalid-value     | /dose/restSeconds
            {"id": "our-bow", "dose": {"sets": {"min": 3, "default": 2, "max": 1}}} | invalid-value | /dose/sets
            {"id": "our-bow", "figure": {"camera": {"yaw": 1, "pitch": 91}}}    | invalid-value     | /figure/camera
            {"id": "our-bow", "figure": {"camera": {"yaw": 1e400, "pitch": 1}}}   | invalid-value     | /figure/camera
            {"id": "our-bow", "figure": {"camera": {"yaw": "NaN", "pitch": 1}}}   | invalid-value     | /figure/camera
            {"id": "our-bow", "figure": {"margin": 1000001}}          | validation-failed | /figure/margin
            {"id": "our-bow", "language": "EN"}                       | invalid-value     | /language
            {"id": "our-bow", "reviewStatus": "SEEN"}                 | invalid-value     | /reviewStatus
            {"id": "our-bow", "aliases": ["a", null]}                 | validation-failed | /aliases/1
            {"id": "our-bow", "steps": "one"}                         | invalid-value     | /steps
            {"id": "our-bow", "translations": {"it": {}}}             | validation-failed | /translations/it
            """)
    void whatIsNotOfTheFormIsRefused(String draft, String code, String pointer) {
        refused(draftText(draft), 400, code, pointer);
    }

    @Test
    void aLanguageIsNamedAsItIsWritten() {
        draftText("{\"id\": \"our-bow\", \"language\": \"EN\"}")
                .then()
                .body("errors[0].allowed", equalTo(List.of("en", "de", "es", "fr")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "\"x\"", "{", "{\"id\": \"our-bow\"} {}", "{\"id\": \"a\", \"id\": \"b\"}"})
    void whatIsNoDraftIsRefused(String body) {
        draftText(body).then().statusCode(400).contentType("application/problem+json");
    }

    /** What is good enough for everybody is good enough for one. */
    @ParameterizedTest
    @MethodSource("packaged")
    void whatShipsWithTheServiceCouldBePublishedByATenant(Stretch stretch) {
        JsonNode draft = Samples.draft(stretch);

        ObjectNode kept = Drafts.of(DocumentJson.read(draft, StretchDraft.class));
        Stretch published = Drafts.publishable(kept, stretch.revision(), PackagedContent.codes());

        assertThat(published).isEqualTo(stretch);
    }

    static List<Stretch> packaged() {
        return PackagedContent.stretches();
    }

    private Response draftText(String draft) {
        return editor.call().contentType("application/json").body(draft).post(Editor.PATH);
    }

    @Test
    void aLongDraftThatFitsIsReadAgain() {
        JsonNode draft = exercise("our-bow").put("summary", "ä".repeat(2000));
        editor.draft(draft).then().statusCode(201);

        assertThat(json(editor.read("our-bow").asString()).at("/document/summary"))
                .isEqualTo(draft.path("summary"));
    }
}
