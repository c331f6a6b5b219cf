package io.limber.routine.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.limber.routine.Platform;
import io.limber.routine.RoutineStack;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CalendarsComponentTest extends RoutineStack {
    private final Platform platform = Platform.fresh();

    @Test
    void addsReadsReplacesAndRemoves() {
        platform.calendar("plant", null, "2026-12-31", "2026-12-24")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/v1/calendars/plant"))
                .header("ETag", "\"v1\"")
                .body("calendarId", equalTo("plant"))
                .body("version", equalTo(1))
                .body("name", equalTo("Days of plant"))
                .body("days", contains("2026-12-24", "2026-12-31"));
        platform.calendar("plant", "\"v1\"", "2027-01-02")
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("days", contains("2027-01-02"));
        platform.call()
                .get("/v1/calendars/plant")
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("days", contains("2027-01-02"));
        platform.call()
                .header("If-Match", "\"v2\"")
                .delete("/v1/calendars/plant")
                .then()
                .statusCode(204);
        platform.call().get("/v1/calendars/plant").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void aReplacementThatChangesNothingKeepsTheVersion() {
        platform.calendar("plant", null, "2026-12-31", "2026-12-24");

        platform.calendar("plant", "\"v1\"", "2026-12-24", "2026-12-31")
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"");
    }

    @Test
    void isReplacedAndRemovedOnlyByWhoKnowsTheVersion() {
        platform.calendar("plant", null);

        platform.calendar("plant", null).then().statusCode(428).body("code", equalTo("precondition-required"));
        platform.calendar("plant", "\"v7\"").then().statusCode(412).body("code", equalTo("stale-version"));
        platform.calendar("other", "\"v1\"").then().statusCode(412);
        platform.call().delete("/v1/calendars/plant").then().statusCode(428);
        platform.call()
                .header("If-Match", "\"v2\"")
                .delete("/v1/calendars/plant")
                .then()
                .statusCode(412);
    }

    @Test
    void saysNotModified() {
        platform.calendar("plant", null);

        platform.call()
                .header("If-None-Match", "\"v1\"")
                .get("/v1/calendars/plant")
                .then()
                .statusCode(304)
                .header("ETag", "\"v1\"");
    }

    @Test
    void namesEachDayThatIsThereTwiceOrAbsurd() {
        platform.calendar("plant", null, "2026-12-24", "2026-12-24", "1999-01-01")
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors.pointer", contains("/days/1", "/days/2"));
        platform.calendar("plant", null, "2027-02-29")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-value"))
                .body("errors.pointer", contains("/days/0"));
    }

    @Test
    void refusesMoreDaysThanATimingCanCarry() {
        String[] days = Stream.iterate(LocalDate.of(2027, 1, 1), day -> day.plusDays(1))
                .limit(301)
                .map(LocalDate::toString)
                .toArray(String[]::new);

        platform.calendar("plant", null, days).then().statusCode(400).body("errors.pointer", contains("/days"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-plant", "plant munich", "ümlaut", "a+b"})
    void refusesAnIdOfAnotherForm(String id) {
        platform.calendar(id, null).then().statusCode(400).body("errors.pointer", contains("calendarId"));
    }

    @Test
    void refusesABlankNameAndMissingDays() {
        platform.call("{\"name\": \" \"}")
                .put("/v1/calendars/plant")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/days", "/name"));
    }

    @Test
    void listsInPagesInOrderOfIds() {
        for (String id : List.of("c", "a", "b")) {
            platform.calendar(id, null).then().statusCode(201);
        }

        var page = platform.call().get("/v1/calendars?limit=2");
        page.then().statusCode(200).body("items.calendarId", contains("a", "b"));
        platform.call()
                .queryParam("cursor", page.<String>path("next"))
                .get("/v1/calendars")
                .then()
                .body("items.calendarId", contains("c"));
        assertThat(page.header("Link")).contains("rel=\"next\"");
        Platform.fresh().call().get("/v1/calendars").then().body("items", empty());
    }
}
