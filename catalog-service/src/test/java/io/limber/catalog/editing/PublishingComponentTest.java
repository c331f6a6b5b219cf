package io.limber.catalog.editing;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static io.limber.catalog.editing.OwnStretchResourceComponentTest.refused;
import static io.limber.catalog.editing.Samples.bare;
import static io.limber.catalog.editing.Samples.exercise;
import static io.limber.catalog.editing.Samples.habit;
import static io.limber.catalog.editing.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.CatalogTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a draft must have to be published. */
@CatalogTest
class PublishingComponentTest {
    private final String tenant = freshTenant();
    private final Editor editor = Editor.of(tenant);

    @Test
    void namesEveryFieldThatIsMissing() {
        refused(
                editor.publishing(bare("our-bow")),
                422,
                "not-publishable",
                "/name",
                "/aliases",
                "/kind",
                "/difficulty",
                "/officeFit",
                "/position",
                "/summary",
                "/start",
                "/steps",
                "/breathing",
                "/regions",
                "/muscles",
                "/equipment",
                "/movementClasses",
                "/cautions",
                "/contraindications",
                "/sources",
                "/reviewStatus",
                "/licence");
        editor.read("our-bow").then().body("state", equalTo("DRAFT"));
    }

    @Test
    void namesWhatIsMissingInside() {
        ObjectNode draft = exercise("our-bow").put("summary", " ");
        ((ObjectNode) draft.path("dose")).remove(List.of("sides", "sets"));
        draft.set("steps", json("[\"Sit.\", \"\"]"));
        draft.set("cautions", json("[{\"when\": \"WRIST_INJURY\"}]"));
        draft.set("contraindications", json("[{\"code\": \"FRACTURE\"}]"));
        draft.set("sources", json("[{\"code\": \"SRC\"}]"));
        draft.set("translations", json("{\"fr\": {\"name\": \"Salut\"}}"));
        draft.set("figure", json("{\"poses\": [{\"step\": 0, \"arrows\": [{}]}], \"props\": [{}]}"));

        refused(
                editor.publishing(draft),
                422,
                "not-publishable",
                "/summary",
                "/steps/1",
                "/dose/sides",
                "/dose/sets",
                "/cautions/0/text",
                "/contraindications/0/action",
                "/contraindications/0/reason",
                "/contraindications/0/sources",
                "/sources/0/tier",
                "/figure/camera",
                "/figure/props/0/kind",
                "/figure/poses/0/arrows/0/of",
                "/translations/fr/aliases",
                "/translations/fr/summary",
                "/translations/fr/start",
                "/translations/fr/steps",
                "/translations/fr/breathing",
                "/translations/fr/cautions",
                "/translations/fr/reasons");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        ObjectNode draft = exercise("our-bow")
                .put("kind", "STATIC")
                .put("difficulty", "HARD")
                .put("officeFit", "ROOF")
                .put("position", "headstand")
                .put("licence", "WTFPL");
        draft.set("regions", json("[\"tail\"]"));
        draft.set("muscles", json("[\"heart\"]"));
        draft.set("equipment", json("[\"trapeze\"]"));
        draft.set("cautions", json("[{\"text\": \"Careful.\", \"when\": \"WRIST\"}]"));
        draft.set("sources", json("[{\"code\": \"HEARSAY\", \"tier\": \"A\"}, {\"code\": \"SRC\", \"tier\": \"C\"}]"));
        ((ObjectNode) draft.at("/dose/holdSeconds")).put("min", 0);
        ((ObjectNode) draft.at("/dose")).put("restSeconds", -1);
        ((ObjectNode) draft.at("/figure/poses/1/joints/pelvis")).put("pitch", 200);

        refused(
                editor.publishing(draft),
                422,
                "not-publishable",
                "/difficulty",
                "/officeFit",
                "/position",
                "/licence",
                "/regions",
                "/muscles",
                "/equipment",
                "/cautions",
                "/sources/HEARSAY",
                "/sources/SRC",
                "/dose/holdSeconds",
                "/dose/restSeconds",
                "/figure/poses/1/joints/pelvis/pitch");
    }

    @ParameterizedTest(name = "{0} asks for {2} because of {1}")
    @CsvSource({
        "HAMSTRING-TENSION, RADICULOPATHY, AVOID, CLINICIAN",
        "SPINE-FLEX, OSTEOPOROSIS, AVOID, MODIFY",
        "PRONE, PREGNANCY_T2_T3, AVOID, CLINICIAN",
        "SPINE-EXT, SPINAL_STENOSIS, MODIFY,",
    })
    void contraindicationsFollowFromWhatItMoves(String movement, String condition, String asked, String looser) {
        ObjectNode draft = exercise("our-bow");
        draft.putArray("movementClasses").add(movement);
        ArrayNode demanded = Samples.demanded(draft.path("movementClasses"), true);
        draft.set("contraindications", without(condition, demanded));
        Response missing = editor.publishing(draft);
        refused(missing, 422, "not-publishable", "/contraindications/" + condition);
        assertThat(missing.<String>path("errors[0].message")).contains(movement).contains(asked);

        if (looser != null) {
            draft.set("contraindications", without(condition, demanded).add(contraindication(condition, looser)));
            editor.edit(draft).then().statusCode(200);
            refused(editor.publish("our-bow"), 422, "not-publishable", "/contraindications/" + condition);
        }

        draft.set("contraindications", without(condition, demanded).add(contraindication(condition, asked)));
        editor.edit(draft).then().statusCode(200);
        editor.publish("our-bow").then().statusCode(200);
    }

    @Test
    void anExerciseSaysSomethingOfEveryPartThatMayBeHurt() {
        ObjectNode draft = exercise("our-bow");
        draft.putArray("movementClasses");
        draft.putArray("contraindications").add(contraindication("FRACTURE", "MODIFY"));

        refused(
                editor.publishing(draft),
                422,
                "not-publishable",
                "/contraindications/RECENT_SURGERY_OTHER",
                "/contraindications/FRACTURE",
                "/contraindications/ACUTE_TEAR",
                "/contraindications/INFECTION",
                "/contraindications/HAEMATOMA");
    }

    @ParameterizedTest
    @CsvSource({"BALLISTIC", "NECK-FAST"})
    void whatNobodyShouldDoIsNotPublished(String movement) {
        ObjectNode draft = exercise("our-bow");
        draft.putArray("movementClasses").add(movement);
        draft.set("contraindications", Samples.demanded(draft.path("movementClasses"), true));

        refused(editor.publishing(draft), 422, "not-publishable", "/movementClasses");
    }

    @Test
    void whoCannotDoItIsNotOfferedIt() {
        ObjectNode draft = exercise("our-bow");
        draft.putArray("movementClasses").add("HAMSTRING-TENSION");
        draft.set("contraindications", Samples.demanded(draft.path("movementClasses"), true));
        editor.bringOut(draft);
        editor.readersSee("our-bow");

        as(tenant)
                .get("/v1/stretches?limit=200&excluding=RADICULOPATHY")
                .then()
                .body("items.id", not(hasItem("our-bow")));
        as(tenant)
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body(Map.of("exclusions", List.of("RADICULOPATHY"), "stretches", List.of("our-bow")))
                .post("/v1/stretches:check")
                .then()
                .statusCode(200)
                .body("items[0].verdict", equalTo("AVOID"));
    }

    @Test
    void aHabitHasNoDoseAndAnExerciseHasOne() {
        ObjectNode idle = exercise("our-bow");
        idle.remove("dose");
        refused(editor.publishing(idle), 422, "not-publishable", "/dose");

        ObjectNode busy = habit("our-habit");
        busy.set("dose", exercise("any").path("dose"));
        refused(editor.publishing(busy), 422, "not-publishable", "/dose");
    }

    @Test
    void whoHoldsTheRightsIsNotGuessed() {
        editor.bringOut(habit("our-bow"));
        editor.bringOut(habit("their-bow")
                .put("author", "Institute of Bows")
                .put("source", "https://example.org")
                .put("licence", "CC-BY-NC-4.0"));

        editor.readersSee(
                "our-bow",
                stretch -> stretch.body("rights[0].author", equalTo("not named"))
                        .body("rights[0].licence", equalTo("LicenseRef-Own")));
        editor.readersSee(
                "their-bow",
                stretch -> stretch.body("rights[0].author", equalTo("Institute of Bows"))
                        .body("rights[0].source", equalTo("https://example.org"))
                        .body("rights[0].commercialUse", equalTo(false)));
    }

    private static ArrayNode without(String condition, ArrayNode contraindications) {
        ArrayNode rest = contraindications.arrayNode();
        contraindications.forEach(one -> {
            if (!one.path("code").asText().equals(condition)) {
                rest.add(one);
            }
        });
        return rest;
    }

    private static ObjectNode contraindication(String code, String action) {
        return (ObjectNode) json("{\"code\": \"" + code + "\", \"action\": \"" + action
                + "\", \"reason\": \"It hurts.\", \"sources\": []}");
    }
}
