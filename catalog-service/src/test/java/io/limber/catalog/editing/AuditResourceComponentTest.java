package io.limber.catalog.editing;

import static io.limber.catalog.Caller.freshTenant;
import static io.limber.catalog.editing.OwnStretchResourceComponentTest.refused;
import static io.limber.catalog.editing.Samples.bare;
import static io.limber.catalog.editing.Samples.habit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.limber.catalog.CatalogTest;
import io.limber.kit.http.Cursor;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.SqlProbe.Role;
import io.limber.testkit.SqlProbe.SqlProbeException;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who changed what. */
@CatalogTest
class AuditResourceComponentTest {
    private static final String PATH = "/v1/catalog/audit";

    private final String tenant = freshTenant();
    private final Editor editor = Editor.named("anna", tenant);

    @Test
    void everyChangeIsNotedWithWhoDidItTheLatestFirst() {
        Editor other = Editor.named("bert", tenant);
        editor.draft(bare("our-bow")).then().statusCode(201);
        other.edit(habit("our-bow")).then().statusCode(200);
        editor.publish("our-bow").then().statusCode(200);
        editor.edit(bare("our-bow")).then().statusCode(200);
        other.discard("our-bow").then().statusCode(204);
        editor.retire("our-bow", "cat-cow").then().statusCode(200);
        editor.call()
                .contentType("application/json")
                .header("If-Match", "\"v0\"")
                .body("{\"hidden\": true, \"wording\": {\"de\": {\"name\": \"Tiger\"}}}")
                .put("/v1/catalog/adaptations/cat-cow")
                .then()
                .statusCode(200);

        editor.call()
                .get(PATH)
                .then()
                .statusCode(200)
                .body(
                        "items.action",
                        contains("ADAPTED", "RETIRED", "DISCARDED", "EDITED", "PUBLISHED", "EDITED", "DRAFTED"))
                .body("items.actor", contains("anna", "anna", "bert", "anna", "anna", "bert", "anna"))
                .body("items[0].subject", is("cat-cow"))
                .body("items[0].detail.hidden", is(true))
                .body("items[0].detail.languages", is("de"))
                .body("items[1].detail.replacedBy", is("cat-cow"))
                .body("items[4].detail.revision", is(1))
                .body("next", nullValue());
        assertThat(editor.call().get(PATH).<List<String>>path("items.at"))
                .extracting(Instant::parse)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void whatIsRefusedIsNotNoted() {
        editor.draft(bare("our-bow")).then().statusCode(201);
        editor.publish("our-bow").then().statusCode(422);
        editor.draft(bare("our-bow")).then().statusCode(409);
        editor.draft(bare("No id")).then().statusCode(400);
        editor.retire("our-bow", null).then().statusCode(409);

        editor.call().get(PATH).then().body("items.action", contains("DRAFTED"));
    }

    @Test
    void isReadPageByPage() {
        for (int number = 0; number < 7; number++) {
            editor.draft(bare("bow-" + number)).then().statusCode(201);
        }

        List<String> seen = new ArrayList<>();
        String next = PATH + "?limit=3";
        while (next != null) {
            Response page = editor.call().get(next);
            page.then().statusCode(200);
            List<String> subjects = page.path("items.subject");
            assertThat(subjects).hasSizeBetween(1, 3);
            seen.addAll(subjects);
            String cursor = page.path("next");
            if (cursor != null) {
                page.then().header("Link", containsString("rel=\"next\""));
            }
            next = cursor == null ? null : PATH + "?limit=3&cursor=" + cursor;
        }

        assertThat(seen).containsExactly("bow-6", "bow-5", "bow-4", "bow-3", "bow-2", "bow-1", "bow-0");
    }

    @Test
    void canBeOfOneStretch() {
        editor.draft(habit("our-bow")).then().statusCode(201);
        editor.draft(bare("another-bow")).then().statusCode(201);
        editor.publish("our-bow").then().statusCode(200);

        Response first = editor.call().get(PATH + "?stretch=our-bow&limit=1");
        first.then().body("items.action", contains("PUBLISHED")).body("items.subject", everyItem(is("our-bow")));
        editor.call()
                .get(PATH + "?stretch=our-bow&limit=1&cursor=" + first.path("next"))
                .then()
                .body("items.action", contains("DRAFTED"))
                .body("next", nullValue());
        editor.call().get(PATH + "?stretch=nowhere").then().statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stretch=%00", "stretch=No+id", "limit=0", "limit=201", "cursor=nonsense"})
    void asksForNothingThatCannotBe(String query) {
        editor.call().get(PATH + "?" + query).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void takesNoCursorOfAnotherList() {
        refused(editor.call().get(PATH + "?cursor=" + Cursor.encode("our-bow")), 400, "validation-failed", "cursor");
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        editor.draft(bare("our-bow")).then().statusCode(201);

        Editor.of(freshTenant()).call().get(PATH).then().statusCode(200).body("items", empty());
    }

    @Test
    void aSubjectOfAnyLengthIsNotedAsFarAsItGoes() {
        String subject = "x".repeat(300);
        Editor.named(subject, tenant).draft(bare("our-bow")).then().statusCode(201);

        editor.call().get(PATH).then().body("items.actor", contains(subject.substring(0, 200)));
    }

    @Test
    void whatWasNotedStays() {
        editor.draft(bare("our-bow")).then().statusCode(201);

        for (String sql : List.of("UPDATE audit SET actor = 'nobody'", "DELETE FROM audit")) {
            assertThatThrownBy(() ->
                            SqlProbe.as("catalog", Role.APP).inTenant(tenant).execute(sql))
                    .isInstanceOfSatisfying(
                            SqlProbeException.class,
                            refusal -> assertThat(refusal.state()).isEqualTo("42501"));
        }
    }
}
