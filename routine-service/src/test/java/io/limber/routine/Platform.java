package io.limber.routine;

import static io.restassured.RestAssured.given;

import io.limber.testkit.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant's platform, calling us with every scope. */
public record Platform(String tenant) {
    /** Nobody else's tenant. */
    public static Platform fresh() {
        return new Platform("t-" + UUID.randomUUID());
    }

    /** A request with the tenant's token. */
    public RequestSpecification call() {
        return given().header("Authorization", "Bearer " + TestTokens.all(tenant));
    }

    public RequestSpecification call(String body) {
        return call().contentType(ContentType.JSON).body(body);
    }

    public Response describe(String personId, String zone, String... exclusions) {
        return call(person(zone, exclusions)).put("/v1/people/{id}", personId);
    }

    /** A person in UTC who reads this language; in place of the one of that tag, or new. */
    public Response describeSpeaking(String personId, @Nullable String etag, String locale) {
        RequestSpecification request = call("""
                {"zone": "UTC", "locale": "%s", "exclusions": []}""".formatted(locale));
        return (etag == null ? request : request.header("If-Match", etag)).put("/v1/people/{id}", personId);
    }

    public Response redescribe(String personId, String etag, String zone, String... exclusions) {
        return call(person(zone, exclusions)).header("If-Match", etag).put("/v1/people/{id}", personId);
    }

    public static String person(String zone, String... exclusions) {
        String codes = exclusions.length == 0 ? "" : "\"" + String.join("\",\"", exclusions) + "\"";
        return """
                {"zone": "%s", "locale": "en", "exclusions": [%s]}""".formatted(zone, codes);
    }

    /** Adds a calendar with these days, or replaces the one of that tag. */
    public Response calendar(String id, @Nullable String etag, String... days) {
        String list = days.length == 0 ? "" : "\"" + String.join("\", \"", days) + "\"";
        RequestSpecification request = call("""
                {"name": "Days of %s", "days": [%s]}""".formatted(id, list));
        return (etag == null ? request : request.header("If-Match", etag)).put("/v1/calendars/{id}", id);
    }

    /** When a schedule would be due; as other clients do, the colon of the path is sent as it is. */
    public Response previewSchedule(String body) {
        return call(body).urlEncodingEnabled(false).post("/v1/schedules:preview");
    }

    /** A plan from 1 January 2026 on with this schedule. */
    public static String planWith(String personId, String routineId, String schedule) {
        return """
                {"personId": "%s", "routineId": "%s", "schedule": %s, "activeFrom": "2026-01-01"}""".formatted(personId, routineId, schedule);
    }

    /** A routine of these stretches at their defaults; returns its id. */
    public String compose(String... stretches) {
        return call(routine(stretches))
                .post("/v1/routines")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String routine(String... stretches) {
        String items = "{\"stretchId\": \"" + String.join("\"}, {\"stretchId\": \"", stretches) + "\"}";
        return """
                {"name": "A routine", "items": [%s], "restSeconds": 5, "switchSideSeconds": 5}""".formatted(items);
    }

    /** Every day at ten. */
    public static String plan(String personId, String routineId) {
        return """
                {"personId": "%s", "routineId": "%s",
                 "schedule": {"daysOfWeek": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"],
                              "startTimes": ["10:00"]},
                 "activeFrom": "2026-01-01"}""".formatted(personId, routineId);
    }

    /** A plan of every day at ten; returns its id. */
    public String plan(String personId, String routineId, int status) {
        return call(plan(personId, routineId))
                .post("/v1/plans")
                .then()
                .statusCode(status)
                .extract()
                .path("id");
    }

    public Response move(String planId, String move, String etag) {
        return call().header("If-Match", etag).post("/v1/plans/{id}/{move}", planId, move);
    }

    public Response readPlan(String planId) {
        return call().get("/v1/plans/{id}", planId);
    }
}
