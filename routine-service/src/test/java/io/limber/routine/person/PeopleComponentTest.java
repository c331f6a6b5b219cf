package io.limber.routine.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.limber.routine.Platform;
import io.limber.routine.RoutineStack;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PeopleComponentTest extends RoutineStack {
    private final Platform platform = Platform.fresh();

    @Test
    void addsReadsReplacesAndRemoves() {
        platform.describe("anna", "Europe/Berlin", "KNEE_INJURY", "GLAUCOMA")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/v1/people/anna"))
                .header("ETag", "\"v1\"")
                .body("personId", equalTo("anna"))
                .body("version", equalTo(1))
                .body("exclusions", contains("GLAUCOMA", "KNEE_INJURY"));
        platform.redescribe("anna", "\"v1\"", "UTC")
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("zone", equalTo("UTC"))
                .body("exclusions", empty());
        platform.call()
                .get("/v1/people/anna")
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("zone", equalTo("UTC"));
        platform.call()
                .header("If-Match", "\"v2\"")
                .delete("/v1/people/anna")
                .then()
                .statusCode(204);
        platform.call().get("/v1/people/anna").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void anIdIsOpaqueAndMayHoldASlash() {
        String id = "dept/7 é#?";

        String location = platform.describe(id, "UTC")
                .then()
                .statusCode(201)
                .body("personId", equalTo(id))
                .extract()
                .header("Location");

        platform.call().urlEncodingEnabled(false).get(location).then().statusCode(200);
    }

    @Test
    void aReplacementThatChangesNothingKeepsTheVersion() {
        platform.describe("anna", "UTC");

        platform.redescribe("anna", "\"v1\"", "UTC").then().statusCode(200).header("ETag", "\"v1\"");
    }

    @Test
    void isReplacedOnlyByWhoKnowsTheVersion() {
        platform.describe("anna", "UTC");

        platform.describe("anna", "UTC").then().statusCode(428).body("code", equalTo("precondition-required"));
        platform.redescribe("anna", "\"v7\"", "UTC").then().statusCode(412).body("code", equalTo("stale-version"));
        platform.redescribe("bob", "\"v1\"", "UTC").then().statusCode(412);
        platform.call().delete("/v1/people/anna").then().statusCode(428);
        platform.call()
                .header("If-Match", "\"v2\"")
                .delete("/v1/people/anna")
                .then()
                .statusCode(412);
    }

    @Test
    void saysNotModified() {
        platform.describe("anna", "UTC");

        platform.call()
                .header("If-None-Match", "\"v1\"")
                .get("/v1/people/anna")
                .then()
                .statusCode(304)
                .header("ETag", "\"v1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Belin", "+02:00", "europe/berlin"})
    void refusesAZoneThatDoesNotExist(String zone) {
        platform.describe("anna", zone)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-value"))
                .body("errors.pointer", contains("/zone"));
    }

    @Test
    void refusesAnUnknownExclusionAndListsTheKnownOnes() {
        platform.describe("anna", "UTC", "GLAUCOMA", "COLD_FEET")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/exclusions/1"))
                .body("errors[0].allowed", hasItem("RADICULOPATHY"));
    }

    @Test
    void refusesAMissingZoneAndAWrongLocale() {
        platform.call("{\"locale\": \"en\"}")
                .put("/v1/people/anna")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/zone"));
        platform.call("{\"zone\": \"UTC\", \"locale\": \"en_US\"}")
                .put("/v1/people/anna")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/locale"));
        platform.describe("x".repeat(129), "UTC").then().statusCode(400).body("errors.pointer", contains("personId"));
        platform.call(Platform.person("UTC"))
                .urlEncodingEnabled(false)
                .put("/v1/people/a%00b")
                .then()
                .statusCode(400);
    }

    @Test
    void listsInPages() {
        for (String id : List.of("d", "a", "c", "b", "e")) {
            platform.describe(id, "UTC").then().statusCode(201);
        }

        List<String> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            var request = platform.call().queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/v1/people");
            page.then().statusCode(200);
            seen.addAll(page.path("items.personId"));
            cursor = page.path("next");
            assertThat(page.header("Link") != null).isEqualTo(cursor != null);
        } while (cursor != null);

        assertThat(seen).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void refusesWrongPaging() {
        platform.call().get("/v1/people?limit=0").then().statusCode(400);
        platform.call().get("/v1/people?limit=201").then().statusCode(400);
        platform.call()
                .get("/v1/people?cursor=nonsense")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
        // base64 of "1:" and a NUL
        platform.call().get("/v1/people?cursor=MToA").then().statusCode(400).body("code", equalTo("invalid-cursor"));
        platform.call()
                .get("/v1/people")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("next", nullValue());
    }
}
