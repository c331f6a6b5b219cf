package io.limber.catalog.editing;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static io.limber.catalog.editing.OwnStretchResourceComponentTest.refused;
import static io.limber.catalog.editing.Samples.bare;
import static io.limber.catalog.editing.Samples.habit;
import static io.limber.catalog.editing.Samples.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.limber.catalog.CatalogTest;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.SqlProbe.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An id leads to one stretch for good. */
@CatalogTest
class StretchIdsComponentTest {
    private final String tenant = freshTenant();
    private final Editor editor = Editor.of(tenant);

    @ParameterizedTest
    @ValueSource(strings = {"cat-cow", "seated-hamstring"})
    void idsOfTheGlobalCatalogueAreTakenFormerOnesToo(String id) {
        as(tenant).get("/v1/stretches/" + id).then().statusCode(200);

        refused(editor.draft(bare(id)), 409, "id-taken");
        refused(editor.publishing(with("our-bow", id)), 409, "id-taken");
    }

    @Test
    void ownIdsAreTakenInEveryState() {
        editor.draft(bare("waiting-bow")).then().statusCode(201);
        editor.bringOut(habit("our-bow"));
        editor.bringOut(habit("old-bow"));
        editor.retire("old-bow", null).then().statusCode(200);

        for (String id : new String[] {"waiting-bow", "our-bow", "old-bow"}) {
            refused(editor.draft(bare(id)), 409, "id-taken");
            refused(editor.publishing(with("another-" + id, id)), 409, "id-taken");
        }
    }

    @Test
    void formerIdsAreTakenOnceTheyWerePublished() {
        editor.draft(with("our-bow", "old-bow")).then().statusCode(201);
        editor.draft(bare("old-bow")).then().statusCode(201);
        refused(editor.publish("our-bow"), 409, "id-taken");
        editor.discard("old-bow").then().statusCode(204);

        editor.publish("our-bow").then().statusCode(200);

        refused(editor.draft(bare("old-bow")), 409, "id-taken");
        refused(editor.publishing(with("another-bow", "old-bow")), 409, "id-taken");
    }

    @Test
    void idsOfOthersAreFree() {
        Editor.of(freshTenant()).bringOut(with("our-bow", "old-bow"));

        editor.bringOut(habit("our-bow"));
        editor.bringOut(habit("old-bow"));
    }

    @Test
    void aFormerIdLeadsToTheStretch() {
        editor.bringOut(with("our-bow", "old-bow"));

        editor.readersSee(
                "old-bow",
                stretch ->
                        stretch.statusCode(200).body("id", equalTo("our-bow")).body("formerIds", contains("old-bow")));
        as(tenant)
                .get("/v1/stretches/old-bow/revisions/1")
                .then()
                .statusCode(200)
                .body("id", equalTo("our-bow"));
        as(freshTenant()).get("/v1/stretches/old-bow").then().statusCode(404);
    }

    @Test
    void aStretchKeepsItsFormerIdsThroughItsRevisions() {
        editor.bringOut(with("our-bow", "old-bow"));

        editor.bringOutAgain(with("our-bow", "old-bow", "older-bow"));

        editor.readersSee("older-bow", stretch -> stretch.body("id", equalTo("our-bow")));
        as(tenant).get("/v1/stretches/old-bow").then().body("id", equalTo("our-bow"));
    }

    /** As when somebody publishes it between the look at the ids and the draft. */
    @Test
    void whatBecameAFormerIdMeanwhileCannotBePublished() {
        editor.draft(habit("old-bow")).then().statusCode(201);
        SqlProbe.as("catalog", Role.APP)
                .inTenant(tenant)
                .execute("INSERT INTO former_id (tenant, former, id) VALUES (?, 'old-bow', 'our-bow')", tenant);

        refused(editor.publish("old-bow"), 409, "id-taken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-bow", "bow-", "our--bow", "Our-bow", "our bow", "our_bow", "übung", "a/b", "<script>"})
    void anIdIsLowerCaseWordsWithDashes(String id) {
        refused(editor.draft(bare(id)), 400, "validation-failed", "/id");
        refused(editor.draft(with("our-bow", "fine", id)), 400, "validation-failed", "/formerIds/1");
    }

    @Test
    void anIdHasAtMostEightyCharacters() {
        refused(editor.draft(bare("x".repeat(81))), 400, "validation-failed", "/id");
        refused(editor.draft(json("{}")), 400, "validation-failed", "/id");
        editor.draft(bare("x".repeat(80))).then().statusCode(201);
    }

    private static JsonNode with(String id, String... former) {
        var stretch = habit(id);
        var formerIds = stretch.putArray("formerIds");
        for (String one : former) {
            formerIds.add(one);
        }
        return stretch;
    }
}
