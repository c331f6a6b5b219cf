package io.limber.catalog.editing;

import static io.limber.catalog.Caller.freshTenant;
import static io.limber.catalog.editing.OwnStretchResourceComponentTest.refused;
import static io.limber.catalog.editing.Samples.bare;
import static io.limber.catalog.editing.Samples.habit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.limber.catalog.CatalogTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** A draft that is sent again, because nobody knows whether it arrived. */
@CatalogTest
class RepeatedDraftComponentTest {
    private final String tenant = freshTenant();
    private final Editor editor = Editor.of(tenant);

    @Test
    void theSameRequestIsAnsweredAsTheFirstTime() {
        Response first = draft("key-1", habit("our-bow"));
        first.then().statusCode(201);
        editor.edit(bare("our-bow")).then().statusCode(200);

        Response second = draft("key-1", habit("our-bow"));

        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("ETag", equalTo(first.header("ETag")))
                .header("Location", equalTo(first.header("Location")));
        assertThat(Samples.json(second.asString())).isEqualTo(Samples.json(first.asString()));
        editor.call().get("/v1/catalog/audit").then().body("items.action", contains("EDITED", "DRAFTED"));
    }

    @Test
    void withoutAKeyTheSecondFindsTheIdTaken() {
        editor.draft(bare("our-bow")).then().statusCode(201);

        refused(editor.draft(bare("our-bow")), 409, "id-taken");
    }

    @Test
    void aKeyIsOfOneRequest() {
        draft("key-1", bare("our-bow")).then().statusCode(201);

        refused(draft("key-1", bare("another-bow")), 422, "idempotency-key-reused");
    }

    @Test
    void aFailureMayBeRepeated() {
        editor.draft(bare("our-bow")).then().statusCode(201);
        refused(draft("key-1", habit("our-bow")), 409, "id-taken");
        editor.discard("our-bow").then().statusCode(204);

        draft("key-1", habit("our-bow")).then().statusCode(201);
    }

    @Test
    void aKeyIsOfOneTenant() {
        draft("key-1", bare("our-bow")).then().statusCode(201);
        Editor other = Editor.of(freshTenant());

        other.send(bare("another-bow"))
                .header("Idempotency-Key", "key-1")
                .post(Editor.PATH)
                .then()
                .statusCode(201);

        other.call().get(Editor.PATH).then().body("items", hasSize(1));
    }

    private Response draft(String key, JsonNode draft) {
        return editor.send(draft).header("Idempotency-Key", key).post(Editor.PATH);
    }
}
