package io.limber.catalog.transfer;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.limber.catalog.CatalogTest;
import io.limber.catalog.editing.Editor;
import io.limber.catalog.editing.Samples;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is exported here and imported there is exported there as it was here, byte for byte. Run one seed again with
 * {@code -Dlimber.seed=N}.
 */
@CatalogTest
class TransferRoundTripComponentTest {
    private static final int STRETCHES = 40;

    private final long seed = Long.getLong("limber.seed", System.nanoTime());
    private final RandomStretches stretches = new RandomStretches(seed);
    private final Editor editor = Editor.of(freshTenant());

    @ParameterizedTest
    @CsvSource({"ndjson, yaml", "yaml, ndjson"})
    void everyStretchArrivesAsItLeft(String format, String otherFormat) {
        System.out.println("TransferRoundTripComponentTest seed " + seed);
        for (int number = 0; number < STRETCHES; number++) {
            bringOut("bow-" + number, number % 4);
        }
        String here = editor.export(format);
        String hereOtherwise = editor.export(otherFormat);
        Editor there = Editor.of(freshTenant());

        Imported imported = Imported.of(there.bringIn("?format=" + format, here));

        assertThat(imported.results()).as("seed %d", seed).hasSize(STRETCHES);
        imported.allAre("CREATED");
        assertThat(imported.summary())
                .isEqualTo(Samples.json("{\"entries\": 40, \"created\": 40, \"changed\": 0, \"unchanged\": 0,"
                        + " \"failed\": 0, \"applied\": true}"));
        assertThat(there.export(format)).as("seed %d", seed).isEqualTo(here);
        assertThat(there.export(otherFormat)).as("seed %d", seed).isEqualTo(hereOtherwise);
        assertThat(shown(there)).as("seed %d", seed).isEqualTo(shown(editor));

        Map<String, Object> versions = versions(there);
        Imported.of(there.bringIn("?format=" + format, here)).allAre("UNCHANGED");
        Imported.of(there.bringIn("?format=" + otherFormat, hereOtherwise)).allAre("UNCHANGED");
        assertThat(versions(there)).as("seed %d", seed).isEqualTo(versions);
        assertThat(there.export(format)).as("seed %d", seed).isEqualTo(here);
    }

    @Test
    void everyExportedLineIsOfTheSchema() {
        System.out.println("TransferRoundTripComponentTest seed " + seed);
        for (int number = 0; number < STRETCHES; number++) {
            bringOut("bow-" + number, number % 4);
        }

        List<String> lines = editor.export("ndjson").lines().toList();

        assertThat(lines).hasSize(STRETCHES);
        assertThat(lines.stream().map(line -> Samples.json(line).path("state").asText()))
                .contains("DRAFT", "PUBLISHED", "CHANGED", "RETIRED");
        assertThat(lines)
                .allSatisfy(line -> assertThat(StretchSchema.mistakes(line))
                        .as("seed %d, %s", seed, line)
                        .isEmpty());
    }

    /** The way of a stretch that is worked on here and used there. */
    @Test
    void whatChangesHereChangesThere() {
        Editor there = Editor.of(freshTenant());
        editor.bringOut(Samples.exercise("our-bow"));
        Imported.of(there.bringIn("", editor.export("ndjson"))).allAre("CREATED");

        editor.edit(Samples.habit("our-bow")).then().statusCode(200);
        Imported.of(there.bringIn("", editor.export("ndjson"))).allAre("CHANGED");
        there.read("our-bow").then().body("state", equalTo("CHANGED"), "revision", equalTo(1));

        editor.discard("our-bow").then().statusCode(204);
        Imported.of(there.bringIn("", editor.export("ndjson"))).allAre("CHANGED");
        there.read("our-bow").then().body("state", equalTo("PUBLISHED"), "revision", equalTo(1));

        editor.bringOutAgain(Samples.habit("our-bow"));
        Imported.of(there.bringIn("", editor.export("ndjson"))).allAre("CHANGED");
        there.read("our-bow").then().body("state", equalTo("PUBLISHED"), "revision", equalTo(2));

        editor.retire("our-bow", "cat-cow").then().statusCode(200);
        Imported.of(there.bringIn("", editor.export("ndjson"))).allAre("CHANGED");
        assertThat(there.export("ndjson")).isEqualTo(editor.export("ndjson"));
    }

    @Test
    void whatIsBroughtInIsReadWithinASecond() {
        String tenant = freshTenant();
        Editor there = Editor.of(tenant);
        as(tenant).get("/v1/stretches?limit=1").then().statusCode(200);
        editor.bringOut(Samples.habit("our-bow"));
        editor.bringOut(Samples.habit("old-bow"));
        editor.retire("old-bow", "our-bow").then().statusCode(200);
        editor.draft(Samples.habit("new-bow")).then().statusCode(201);

        Imported.of(there.bringIn("", editor.export("ndjson"))).allAre("CREATED");

        there.readersSee("our-bow", stretch -> stretch.statusCode(200).body("status", equalTo("PUBLISHED")));
        there.readersSee("old-bow", stretch -> stretch.statusCode(200).body("replacedBy", equalTo("our-bow")));
        as(tenant).get("/v1/stretches/new-bow").then().statusCode(404);
    }

    @Test
    void anEmptyCatalogueIsAnEmptyExport() {
        assertThat(editor.export("ndjson")).isEmpty();
        assertThat(editor.export("yaml")).isEmpty();
        assertThat(Imported.of(editor.bringIn("", "")).summary().path("entries").asInt())
                .isZero();
    }

    /** Longer than what is read from the tables at a time. */
    @Test
    void allOfALongCatalogueIsExported() {
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < 450; number++) {
            String id = "bow-%04d".formatted(number);
            lines.append("{\"id\":\"%s\",\"state\":\"DRAFT\",\"draft\":{\"id\":\"%s\"}}%n".formatted(id, id));
        }
        Imported.of(editor.bringIn("", lines.toString())).allAre("CREATED");

        assertThat(editor.export("ndjson")).isEqualTo(lines.toString());
    }

    private void bringOut(String id, int state) {
        if (state == 0) {
            done(editor.draft(stretches.draft(id)));
            return;
        }
        done(editor.draft(stretches.publishable(id)));
        done(editor.publish(id));
        if (state == 2) {
            done(editor.edit(stretches.draft(id)));
        } else if (state == 3) {
            done(editor.retire(id, stretches.chance(50) ? "cat-cow" : null));
        }
    }

    private void done(Response response) {
        assertThat(response.statusCode())
                .as(() -> "seed " + seed + ": " + response.asString())
                .isIn(200, 201);
    }

    private static Map<String, Object> versions(Editor editor) {
        Map<String, Object> versions = new TreeMap<>();
        items(editor).forEach(item -> versions.put((String) item.get("id"), item.get("version")));
        return versions;
    }

    /** Beside the export: all but how often and when it was worked on. */
    private static List<Map<String, Object>> shown(Editor editor) {
        List<Map<String, Object>> items = items(editor);
        items.forEach(item -> item.keySet().removeAll(List.of("version", "changedAt")));
        return items;
    }

    private static List<Map<String, Object>> items(Editor editor) {
        return editor.call().get(Editor.PATH + "?limit=200").path("items");
    }
}
