package io.limber.catalog.editing;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static io.limber.catalog.editing.Editor.PATH;
import static io.limber.catalog.editing.Samples.bare;
import static io.limber.catalog.editing.Samples.exercise;
import static io.limber.catalog.editing.Samples.habit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.limber.catalog.CatalogTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a tenant's own stretch. */
@CatalogTest
class OwnStretchResourceComponentTest {
    private final String tenant = freshTenant();
    private final Editor editor = Editor.of(tenant);

    @Test
    void aDraftNeedsNothingButAnId() {
        editor.draft(bare("our-bow"))
                .then()
                .statusCode(201)
                .header("Location", endsWith(PATH + "/our-bow"))
                .header("ETag", equalTo("\"v1\""))
                .body("id", equalTo("our-bow"))
                .body("state", equalTo("DRAFT"))
                .body("version", is(1))
                .body("revision", nullValue())
                .body("changedAt", notNullValue())
                .body("document", equalTo(java.util.Map.of("id", "our-bow")));
    }

    @Test
    void nobodyReadsADraft() {
        editor.draft(exercise("our-bow")).then().statusCode(201);

        as(tenant).get("/v1/stretches/our-bow").then().statusCode(404);
        as(tenant).get("/v1/stretches?limit=200").then().body("items.id", not(hasItem("our-bow")));
        as(tenant).get("/v1/stretches/our-bow/revisions").then().statusCode(404);
        as(tenant)
                .accept("image/svg+xml")
                .get("/v1/stretches/our-bow/figure.svg")
                .then()
                .statusCode(404);
    }

    @Test
    void anEditReplacesTheDraftAndNeedsTheVersionThatWasRead() {
        editor.draft(bare("our-bow")).then().statusCode(201);

        refused(editor.send(habit("our-bow")).put(PATH + "/our-bow"), 428, "precondition-required");
        refused(
                editor.send(habit("our-bow")).header("If-Match", "\"v7\"").put(PATH + "/our-bow"),
                412,
                "stale-version");
        editor.send(habit("our-bow"))
                .header("If-Match", "\"v1\"")
                .put(PATH + "/our-bow")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v2\""))
                .body("document.summary", equalTo("Gets you off the chair."));
        editor.edit(bare("our-bow")).then().statusCode(200).body("document.summary", nullValue());
    }

    @Test
    void theIdOfThePathAndOfTheBodyAreOne() {
        editor.draft(bare("our-bow")).then().statusCode(201);

        refused(
                editor.send(bare("another")).header("If-Match", "\"v1\"").put(PATH + "/our-bow"),
                400,
                "validation-failed",
                "/id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish", "retire"})
    void movesNeedTheVersionThatWasRead(String move) {
        editor.bringOut(habit("our-bow"));
        editor.edit(habit("our-bow").put("name", "Second")).then().statusCode(200);

        refused(
                editor.call().contentType("application/json").body("{}").post(PATH + "/our-bow:" + move),
                428,
                "precondition-required");
        refused(
                editor.call()
                        .contentType("application/json")
                        .body("{}")
                        .header("If-Match", "\"v1\"")
                        .post(PATH + "/our-bow:" + move),
                412,
                "stale-version");
        refused(editor.call().delete(PATH + "/our-bow"), 428, "precondition-required");
        refused(editor.call().header("If-Match", "\"v1\"").delete(PATH + "/our-bow"), 412, "stale-version");
        editor.read("our-bow").then().body("state", equalTo("CHANGED"), "version", is(3));
    }

    @Test
    void whatIsPublishedIsReadWithinASecond() {
        editor.draft(exercise("our-bow")).then().statusCode(201);

        editor.publish("our-bow")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v2\""))
                .body("state", equalTo("PUBLISHED"))
                .body("revision", is(1))
                .body("document.name", equalTo("Desk bow"))
                .body("document.revision", nullValue());

        editor.readersSee(
                "our-bow",
                stretch -> stretch.statusCode(200)
                        .body("own", is(true))
                        .body("status", equalTo("PUBLISHED"))
                        .body("revision", is(1))
                        .body("name", equalTo("Desk bow"))
                        .body("seconds", is(35))
                        .body("languages", contains("en", "de"))
                        .body("figure.poses", is(2)));
        as(tenant).get("/v1/stretches/our-bow?lang=de").then().body("name", equalTo("Verbeugung"));
        as(tenant).get("/v1/stretches?q=desk+bow").then().body("items[0].id", equalTo("our-bow"));
        as(tenant).get("/v1/stretches?limit=200&excluding=OSTEOPOROSIS").then().body("items.id", hasItem("our-bow"));
        as(tenant).get("/v1/stretches?limit=200&excluding=FRACTURE").then().body("items.id", not(hasItem("our-bow")));
    }

    @Test
    void aSecondRevisionReplacesTheFirstOnceItIsPublished() {
        editor.bringOut(habit("our-bow"));
        editor.edit(habit("our-bow").put("name", "Second"))
                .then()
                .body("state", equalTo("CHANGED"), "revision", is(1), "document.name", equalTo("Second"));
        editor.readersSee("our-bow", stretch -> stretch.body("name", equalTo("Stand up to phone")));

        editor.publish("our-bow").then().body("state", equalTo("PUBLISHED"), "revision", is(2));

        editor.readersSee(
                "our-bow", stretch -> stretch.body("name", equalTo("Second")).body("revision", is(2)));
    }

    @Test
    void nothingIsPublishedTwice() {
        editor.bringOut(habit("our-bow"));

        refused(editor.publish("our-bow"), 409, "nothing-to-publish");
        editor.read("our-bow").then().body("revision", is(1), "version", is(2));
    }

    @Test
    void aDiscardedDraftOfANewStretchIsGoneAndItsIdIsFree() {
        editor.draft(habit("our-bow")).then().statusCode(201);

        editor.discard("our-bow").then().statusCode(204);

        refused(editor.read("our-bow"), 404, "not-found");
        editor.draft(bare("our-bow")).then().statusCode(201).header("ETag", equalTo("\"v1\""));
    }

    @Test
    void aDiscardedChangeLeavesWhatIsInForce() {
        editor.bringOut(habit("our-bow"));
        editor.edit(habit("our-bow").put("name", "Second")).then().statusCode(200);

        editor.discard("our-bow").then().statusCode(204);

        editor.read("our-bow")
                .then()
                .body("state", equalTo("PUBLISHED"), "document.name", equalTo("Stand up to phone"), "version", is(4));
        refused(editor.discard("our-bow"), 409, "published-already");
    }

    @Test
    void aRetiredStretchIsOfferedToNobodyAndStillReadable() {
        editor.bringOut(habit("old-bow"));
        editor.bringOut(habit("new-bow"));
        editor.readersSee("old-bow");

        editor.retire("old-bow", "new-bow")
                .then()
                .statusCode(200)
                .body("state", equalTo("RETIRED"))
                .body("replacedBy", equalTo("new-bow"))
                .body("revision", is(1));

        editor.readersSee(
                "old-bow",
                stretch -> stretch.statusCode(200)
                        .body("status", equalTo("RETIRED"))
                        .body("replacedBy", equalTo("new-bow"))
                        .body("name", equalTo("Stand up to phone")));
        as(tenant)
                .get("/v1/stretches?limit=200")
                .then()
                .body("items.id", not(hasItem("old-bow")))
                .body("items.id", hasItem("new-bow"));
    }

    @Test
    void retirementIsForGood() {
        editor.bringOut(habit("our-bow"));
        editor.edit(habit("our-bow").put("name", "Second")).then().statusCode(200);
        editor.retire("our-bow", null).then().statusCode(200).body("replacedBy", nullValue());

        refused(editor.edit(habit("our-bow")), 409, "stretch-retired");
        refused(editor.publish("our-bow"), 409, "stretch-retired");
        refused(editor.retire("our-bow", null), 409, "stretch-retired");
        refused(editor.discard("our-bow"), 409, "published-already");
        refused(editor.draft(bare("our-bow")), 409, "id-taken");
        editor.read("our-bow").then().body("document.name", equalTo("Stand up to phone"));
    }

    @Test
    void aDraftIsNotRetiredButDiscarded() {
        editor.draft(habit("our-bow")).then().statusCode(201);

        refused(editor.retire("our-bow", null), 409, "not-published");
    }

    @Test
    void itIsReplacedOnlyByAnotherStretchThatIsThere() {
        editor.bringOut(habit("our-bow").set("formerIds", Samples.json("[\"old-bow\"]")));
        editor.draft(habit("waiting-bow")).then().statusCode(201);
        editor.readersSee("old-bow");

        for (String none : List.of("our-bow", "old-bow", "waiting-bow", "nowhere", "No id", "<script>")) {
            refused(editor.retire("our-bow", none), 400, "validation-failed", "/replacedBy");
        }
        editor.retire("our-bow", "cat-cow").then().statusCode(200).body("replacedBy", equalTo("cat-cow"));
    }

    @Test
    void listsAllStatesPageByPage() {
        editor.draft(bare("a-draft")).then().statusCode(201);
        editor.bringOut(habit("b-published"));
        editor.bringOut(habit("c-changed"));
        editor.edit(bare("c-changed")).then().statusCode(200);
        editor.bringOut(habit("d-retired"));
        editor.retire("d-retired", null).then().statusCode(200);

        List<String> seen = new ArrayList<>();
        String next = PATH + "?limit=3";
        while (next != null) {
            Response page = editor.call().get(next);
            page.then().statusCode(200);
            List<String> ids = page.path("items.id");
            List<String> states = page.path("items.state");
            for (int index = 0; index < ids.size(); index++) {
                seen.add(ids.get(index) + " " + states.get(index));
            }
            next = page.path("next") == null ? null : PATH + "?limit=3&cursor=" + page.path("next");
        }

        assertThat(seen)
                .containsExactly("a-draft DRAFT", "b-published PUBLISHED", "c-changed CHANGED", "d-retired RETIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "cat-cow", "No-Id", "%00", "a%2Fb"})
    void whatIsNotTheTenantsOwnIsNotFound(String id) {
        refused(editor.call().get(PATH + "/" + id), 404, "not-found");
        refused(
                editor.call().noContentType().header("If-Match", "*").post(PATH + "/" + id + ":publish"),
                404,
                "not-found");
        refused(editor.call().header("If-Match", "*").delete(PATH + "/" + id), 404, "not-found");
    }

    static void refused(Response response, int status, String code, String... pointers) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
        if (pointers.length > 0) {
            assertThat(response.<List<String>>path("errors.pointer")).containsExactlyInAnyOrder(pointers);
        }
    }
}
