package io.limber.catalog.editing;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static io.limber.catalog.editing.OwnStretchResourceComponentTest.refused;
import static io.limber.catalog.editing.Samples.exercise;
import static io.limber.catalog.editing.Samples.habit;
import static io.limber.catalog.editing.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.flipkart.zjsonpatch.JsonPatch;
import io.limber.catalog.CatalogTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stretch said before. */
@CatalogTest
class RevisionResourceComponentTest {
    private static final String PATH = "/v1/stretches/our-bow";

    private final String tenant = freshTenant();
    private final Editor editor = Editor.named("anna", tenant);

    @Test
    void listsEveryRevisionThatWasInForceTheLatestFirst() {
        editor.bringOut(habit("our-bow"));
        Editor.named("bert", tenant).bringOutAgain(habit("our-bow").put("name", "Second"));
        editor.edit(habit("our-bow").put("name", "Waits")).then().statusCode(200);
        editor.readersSee("our-bow");

        as(tenant)
                .get(PATH + "/revisions")
                .then()
                .statusCode(200)
                .body("items.revision", contains(2, 1))
                .body("items.actor", contains("bert", "anna"))
                .body("items[0].publishedAt", notNullValue());
    }

    @Test
    void aRevisionIsReadAsItWas() {
        JsonNode first = exercise("our-bow");
        editor.bringOut(first);
        editor.bringOutAgain(habit("our-bow"));
        editor.readersSee("our-bow");

        JsonNode read = json(as(tenant)
                .get(PATH + "/revisions/1")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(read.path("revision").asInt()).isEqualTo(1);
        assertThat(((ObjectNode) read).<ObjectNode>without("revision")).isEqualTo(Drafts.canonical(first));
        as(tenant).get(PATH + "/revisions/2").then().body("kind", equalTo("HABIT"), "dose", nullValue());
    }

    @Test
    void aDiffTellsWhatWasThereAndWhatIs() {
        ObjectNode first = habit("our-bow").put("author", "Anna");
        first.set("steps", json("[\"Stand up.\", \"Stretch.\", \"Turn.\", \"Sit down.\"]"));
        editor.bringOut(first);
        ObjectNode second = habit("our-bow").put("name", "Stand up to think").put("source", "https://example.org");
        second.set("steps", json("[\"Stand up.\", \"Sit down.\"]"));
        editor.bringOutAgain(second);
        editor.readersSee("our-bow");

        Response diff = as(tenant).get(PATH + "/diff?from=1&to=2");

        diff.then().statusCode(200).body("from", is(1)).body("to", is(2));
        assertThat(change(diff, "/name")).isEqualTo(json("""
                {"op": "replace", "path": "/name", "before": "Stand up to phone", "after": "Stand up to think"}"""));
        assertThat(change(diff, "/author"))
                .isEqualTo(json("{\"op\": \"remove\", \"path\": \"/author\", \"before\": \"Anna\", \"after\": null}"));
        assertThat(change(diff, "/source")).isEqualTo(json("""
                {"op": "add", "path": "/source", "before": null, "after": "https://example.org"}"""));
        assertThat(change(diff, "/revision"))
                .isEqualTo(json("{\"op\": \"replace\", \"path\": \"/revision\", \"before\": 1, \"after\": 2}"));
        assertThat(diff.<List<String>>path("changes.findAll { it.path.startsWith('/steps') }.before"))
                .containsExactly("Stretch.", "Turn.");
    }

    /** Whatever changes: forward it makes the one of the other, and backward again. */
    @Test
    void aDiffIsAPatchInBothDirections() {
        long seed = Long.getLong("limber.seed", System.nanoTime());
        System.out.println("RevisionResourceComponentTest seed " + seed);
        Random random = new Random(seed);
        editor.bringOut(shuffled(random));
        for (int revision = 2; revision <= 6; revision++) {
            editor.bringOutAgain(shuffled(random));
        }
        editor.readersSee("our-bow");

        for (int from = 1; from <= 6; from++) {
            for (int to = 1; to <= 6; to++) {
                JsonNode before = revision(from);
                JsonNode after = revision(to);
                JsonNode changes = json(as(tenant)
                                .get(PATH + "/diff?from=" + from + "&to=" + to)
                                .asString())
                        .path("changes");

                assertThat(JsonPatch.apply(forward(changes), before))
                        .as("seed %d, %d to %d", seed, from, to)
                        .isEqualTo(after);
                assertThat(JsonPatch.apply(backward(changes), after))
                        .as("seed %d, %d to %d backward", seed, from, to)
                        .isEqualTo(before);
            }
        }
    }

    @Test
    void nothingChangesBetweenARevisionAndItself() {
        editor.bringOut(habit("our-bow"));
        editor.readersSee("our-bow");

        as(tenant).get(PATH + "/diff?from=1&to=1").then().statusCode(200).body("changes", empty());
    }

    @Test
    void stretchesOfTheGlobalCatalogueHaveRevisionsToo() {
        List<Integer> revisions = as(tenant)
                .get("/v1/stretches/cat-cow/revisions")
                .then()
                .statusCode(200)
                .body("items", hasSize(greaterThan(0)))
                .body("items.actor", hasItem(nullValue()))
                .extract()
                .path("items.revision");
        int latest = revisions.getFirst();

        as(tenant)
                .get("/v1/stretches/cat-cow/revisions/" + latest)
                .then()
                .statusCode(200)
                .body("id", equalTo("cat-cow"))
                .body("revision", is(latest))
                .body("translations.de.name", notNullValue());
        as(tenant)
                .get("/v1/stretches/cat-cow/diff?from=" + latest + "&to=" + latest)
                .then()
                .statusCode(200)
                .body("changes", empty());
    }

    @Test
    void aRetiredStretchKeepsItsRevisions() {
        editor.bringOut(habit("our-bow"));
        editor.retire("our-bow", null).then().statusCode(200);
        editor.readersSee("our-bow");

        as(tenant).get(PATH + "/revisions").then().statusCode(200).body("items.revision", contains(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/revisions/2", "/revisions/0", "/revisions/-1", "/diff?from=1&to=2", "/diff?from=2&to=1"})
    void aRevisionThatNeverWasIsNotFound(String path) {
        editor.bringOut(habit("our-bow"));
        editor.readersSee("our-bow");

        refused(as(tenant).get(PATH + path), 404, "not-found");
    }

    @Test
    void aDiffTakesTwoRevisions() {
        editor.bringOut(habit("our-bow"));
        editor.readersSee("our-bow");

        refused(as(tenant).get(PATH + "/diff"), 400, "validation-failed", "from");
        refused(as(tenant).get(PATH + "/diff?from=1"), 400, "validation-failed", "to");
        refused(as(tenant).get(PATH + "/diff?from=one&to=1"), 400, "invalid-value");
        as(tenant).get(PATH + "/revisions/one").then().statusCode(oneOf(400, 404));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/revisions", "/revisions/1", "/diff?from=1&to=1"})
    void anotherTenantSeesNoneOfIt(String path) {
        editor.bringOut(habit("our-bow"));
        editor.readersSee("our-bow", stretch -> stretch.statusCode(200));
        as(tenant).get(PATH + path).then().statusCode(200);

        refused(as(freshTenant()).get(PATH + path), 404, "not-found");
    }

    private JsonNode revision(int revision) {
        return json(as(tenant).get(PATH + "/revisions/" + revision).asString());
    }

    private static JsonNode change(Response diff, String path) {
        for (JsonNode change : json(diff.asString()).path("changes")) {
            if (change.path("path").asText().equals(path)) {
                return change;
            }
        }
        throw new AssertionError("Nothing at " + path + " in " + diff.asString());
    }

    private static JsonNode forward(JsonNode changes) {
        ArrayNode patch = ((ArrayNode) changes).arrayNode();
        for (JsonNode change : changes) {
            ObjectNode step = patch.addObject().put("op", change.path("op").asText());
            step.put("path", change.path("path").asText());
            if (!change.path("op").asText().equals("remove")) {
                step.set("value", change.path("after"));
            }
        }
        return patch;
    }

    private static JsonNode backward(JsonNode changes) {
        ArrayNode patch = ((ArrayNode) changes).arrayNode();
        for (JsonNode change : changes) {
            String back = switch (change.path("op").asText()) {
                case "add" -> "remove";
                case "remove" -> "add";
                default -> "replace";
            };
            ObjectNode step = patch.insertObject(0).put("op", back);
            step.put("path", change.path("path").asText());
            if (!back.equals("remove")) {
                step.set("value", change.path("before"));
            }
        }
        return patch;
    }

    private static JsonNode shuffled(Random random) {
        ObjectNode stretch = random.nextBoolean() ? habit("our-bow") : exercise("our-bow");
        for (String field : List.of("aliases", "steps")) {
            ArrayNode texts = stretch.putArray(field);
            for (int count = random.nextInt(6); count >= 0; count--) {
                texts.add("Text " + random.nextInt(8));
            }
        }
        stretch.remove("figure");
        if (random.nextBoolean()) {
            stretch.remove("translations");
        }
        return stretch.put("author", "Author " + random.nextInt(3));
    }
}
