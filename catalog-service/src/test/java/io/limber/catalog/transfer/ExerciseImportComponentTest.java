package io.limber.catalog.transfer;

import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.CatalogTest;
import io.limber.catalog.editing.Editor;
import io.limber.catalog.editing.Samples;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exercises in the form of yuhonas/free-exercise-db; these three are made up. */
@CatalogTest
class ExerciseImportComponentTest {
    private static final String SAMPLE = """
            [
              {
                "name": "Doorway Lean",
                "force": "static",
                "level": "beginner",
                "mechanic": null,
                "equipment": null,
                "primaryMuscles": ["chest"],
                "secondaryMuscles": ["shoulders", "biceps"],
                "instructions": ["Put a hand on the door frame.", "Turn away from it until you feel your chest."],
                "category": "stretching",
                "images": ["Doorway_Lean/0.jpg", "Doorway_Lean/1.jpg"],
                "id": "Doorway_Lean"
              },
              {
                "name": "Slow Cart-Wheel (One Arm)",
                "force": "push",
                "level": "expert",
                "mechanic": "compound",
                "equipment": "body only",
                "primaryMuscles": ["lats"],
                "secondaryMuscles": [],
                "instructions": ["Do not try it."],
                "category": "strength",
                "images": [],
                "id": "Slow_Cart-Wheel_One_Arm"
              },
              {
                "name": "Étirement du Mollet",
                "force": "pull",
                "level": "intermediate",
                "mechanic": null,
                "equipment": "other",
                "primaryMuscles": ["calves", "tail"],
                "secondaryMuscles": ["calves"],
                "instructions": [],
                "category": "stretching",
                "images": ["x/0.jpg"],
                "id": "Étirement_du_Mollet"
              }
            ]
            """;

    private final Editor editor = Editor.of(freshTenant());

    @Test
    void becomeDraftsWithTheirRightsAndWithoutPictures() {
        Imported imported = Imported.of(bringIn(SAMPLE));

        assertThat(imported.outcomes())
                .containsExactly(
                        "1 fed-doorway-lean CREATED",
                        "2 fed-slow-cart-wheel-one-arm CREATED",
                        "3 fed-etirement-du-mollet CREATED");
        editor.read("fed-doorway-lean")
                .then()
                .body("state", equalTo("DRAFT"))
                .body("document.name", equalTo("Doorway Lean"))
                .body("document.language", equalTo("en"))
                .body("document.kind", equalTo("STATIC"))
                .body("document.difficulty", equalTo("BEGINNER"))
                .body(
                        "document.steps",
                        equalTo(List.of(
                                "Put a hand on the door frame.", "Turn away from it until you feel your chest.")))
                .body("document.regions", equalTo(List.of("chest", "shoulder", "upper-arm")))
                .body("document.reviewStatus", equalTo("UNREVIEWED"))
                .body("document.licence", equalTo("Unlicense"))
                .body("document.author", equalTo("The contributors of free-exercise-db"))
                .body("document.source", equalTo("https://github.com/yuhonas/free-exercise-db"))
                .body("document.figure", nullValue())
                .body("document.contraindications", nullValue())
                .body("document.dose", nullValue());
        editor.read("fed-slow-cart-wheel-one-arm")
                .then()
                .body("document.kind", equalTo("STRENGTHENING"))
                .body("document.difficulty", equalTo("ADVANCED"))
                .body("document.regions", equalTo(List.of("side-trunk", "upper-back")));
        editor.read("fed-etirement-du-mollet")
                .then()
                .body("document.kind", nullValue())
                .body("document.steps", nullValue())
                .body("document.regions", equalTo(List.of("calf")));
        assertThat(editor.export("ndjson")).doesNotContain("jpg");
        Imported.of(bringIn(SAMPLE)).allAre("UNCHANGED");
    }

    @Test
    void areNotPublishedBeforeSomebodyHasSaidWhomTheyDoNotSuit() {
        Imported.of(bringIn(SAMPLE)).allAre("CREATED");
        Response refused = editor.publish("fed-doorway-lean");
        refused.then().statusCode(422).body("code", equalTo("not-publishable"));
        assertThat(refused.<List<String>>path("errors.pointer"))
                .contains("/movementClasses", "/contraindications", "/position", "/breathing");

        ObjectNode complete = Samples.exercise("fed-doorway-lean");
        ObjectNode imported = (ObjectNode)
                Samples.json(editor.read("fed-doorway-lean").asString()).path("document");
        complete.setAll(imported);
        complete.set("cautions", Samples.json("[{\"text\": \"Gently.\"}]"));
        complete.remove("figure");
        editor.edit(complete).then().statusCode(200);

        editor.publish("fed-doorway-lean").then().statusCode(200);
        editor.readersSee(
                "fed-doorway-lean",
                stretch -> stretch.statusCode(200)
                        .body("rights[0].licence", equalTo("Unlicense"))
                        .body("rights[0].author", equalTo("The contributors of free-exercise-db"))
                        .body("figure", nullValue()));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"name": "A"}, {"name": "B"}, {"name":      | malformed-json    | The array breaks off behind entry 2
            [{"name": "A"}, {"name": "B"}                | malformed-json    | The array breaks off behind entry 2
            [{"name": "A"},, {"name": "B"}]              | malformed-json    | The array breaks off behind entry 1
            [{"name": "A", "name": "B"}]                 | malformed-json    | The array breaks off behind entry 0
            {"name": "A"}                                | malformed-json    | The body is no JSON array
            [{"name": "A"}] [{"name": "B"}]              | malformed-json    | Something follows the array
            nonsense                                     | malformed-json    | The array breaks off behind entry 0
            ``                                           | malformed-json    | The body is no JSON array
            """)
    void nothingGoesInOfAnArrayThatBreaksOff(String array, String code, String detail) {
        bringIn(array)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("detail", containsString(detail));
        editor.call().get(Editor.PATH).then().body("items", empty());
    }

    @Test
    void nothingGoesInOfALongArrayThatBreaksOffLate() {
        StringBuilder array = new StringBuilder("[");
        for (int number = 0; number < 120; number++) {
            array.append("{\"name\": \"Bow ").append(number).append("\"},");
        }

        bringIn(array.toString()).then().statusCode(400).body("detail", containsString("behind entry 120"));

        editor.call().get(Editor.PATH).then().body("items", empty());
    }

    @Test
    void anEntryThatIsNoneIsReportedByItsPlace() {
        Imported imported =
                Imported.of(bringIn("[{\"name\": \"Bow\"}, 5, {\"level\": \"beginner\"}, {\"name\": \"Bow\"}]"));

        assertThat(imported.outcomes())
                .containsExactly(
                        "1 fed-bow CREATED",
                        "2 ? FAILED malformed-json",
                        "3 fed- FAILED validation-failed /id",
                        "4 fed-bow UNCHANGED");
    }

    @Test
    void anEntryHasALength() {
        String array = "[{\"name\": \"Bow\"}, {\"name\": \"" + "x".repeat(1 << 21) + "\"}]";

        bringIn(array).then().statusCode(400).body("detail", containsString("Entry 2 is longer than 1048576 bytes"));
    }

    private Response bringIn(String array) {
        return editor.call()
                .contentType("application/json")
                .body(array.getBytes(StandardCharsets.UTF_8))
                .post("/v1/catalog/import?format=free-exercise-db");
    }
}
