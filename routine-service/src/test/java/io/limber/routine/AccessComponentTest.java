package io.limber.routine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.limber.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class AccessComponentTest extends RoutineStack {
    private static final String ID = "00000000-0000-7000-8000-000000000000";

    private final Platform platform = Platform.fresh();

    /** Method, path and the scope it needs. */
    static Stream<Arguments> calls() {
        return Stream.of(
                Arguments.of("PUT", "/v1/people/anna", "routines:write"),
                Arguments.of("GET", "/v1/people/anna", "routines:read"),
                Arguments.of("GET", "/v1/people", "routines:read"),
                Arguments.of("DELETE", "/v1/people/anna", "routines:write"),
                Arguments.of("POST", "/v1/routines", "routines:write"),
                Arguments.of("GET", "/v1/routines/" + ID, "routines:read"),
                Arguments.of("GET", "/v1/routines", "routines:read"),
                Arguments.of("PUT", "/v1/routines/" + ID, "routines:write"),
                Arguments.of("DELETE", "/v1/routines/" + ID, "routines:write"),
                Arguments.of("PUT", "/v1/calendars/plant", "routines:write"),
                Arguments.of("GET", "/v1/calendars/plant", "routines:read"),
                Arguments.of("GET", "/v1/calendars", "routines:read"),
                Arguments.of("DELETE", "/v1/calendars/plant", "routines:write"),
                Arguments.of("POST", "/v1/schedules:preview", "routines:read"),
                Arguments.of("POST", "/v1/plans", "routines:write"),
                Arguments.of("GET", "/v1/plans/" + ID, "routines:read"),
                Arguments.of("GET", "/v1/plans", "routines:read"),
                Arguments.of("GET", "/v1/plans/" + ID + "/preview", "routines:read"),
                Arguments.of("POST", "/v1/plans/" + ID + "/pause", "routines:write"),
                Arguments.of("POST", "/v1/plans/" + ID + "/resume", "routines:write"),
                Arguments.of("POST", "/v1/plans/" + ID + "/end", "routines:write"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void needsAValidTokenOfATenantWithTheScope(String method, String path, String scope) {
        String[] others =
                TestTokens.ALL_SCOPES.stream().filter(one -> !one.equals(scope)).toArray(String[]::new);

        assertRefused(method, path, null, 401, "unauthenticated");
        assertRefused(method, path, "nonsense", 401, "unauthenticated");
        assertRefused(method, path, TestTokens.expired(platform.tenant(), scope), 401, "unauthenticated");
        assertRefused(method, path, TestTokens.forged(platform.tenant(), scope), 401, "unauthenticated");
        assertRefused(method, path, TestTokens.of(platform.tenant(), others), 403, "missing-scope");
        assertRefused(method, path, TestTokens.withoutTenant(scope), 403, "missing-tenant");
    }

    @Test
    void malformedJsonIsAProblemThatSaysWhere() {
        for (String path : List.of("/v1/routines", "/v1/plans")) {
            platform.call("{\"name\": ")
                    .post(path)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("malformed-json"));
        }
        platform.call("[1").put("/v1/people/anna").then().statusCode(400);
    }

    @Test
    void anUnknownFieldIsNamedWithTheKnownOnes() {
        platform.call("{\"zone\": \"UTC\", \"locale\": \"en\", \"age\": 42}")
                .put("/v1/people/anna")
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-field"))
                .body("errors.pointer", contains("/age"))
                .body("errors[0].allowed", hasItem("exclusions"));
        platform.call("{\"name\": \"x\", \"items\": [{\"stretchId\": \"a\", \"hold\": 5}]}")
                .post("/v1/routines")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/items/0/hold"));
    }

    @Test
    void anUnknownEnumValueIsNamedWithTheKnownOnes() {
        platform.call(Platform.plan("anna", ID).replace("[\"10:00\"]", "[\"10:00\"], \"gap\": \"JUMP\""))
                .post("/v1/plans")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-value"))
                .body("errors.pointer", contains("/schedule/gap"))
                .body("errors[0].allowed", contains("SHIFT", "SKIP"));
    }

    @Test
    void textForANumberIsRefused() {
        platform.call("{\"name\": \"x\", \"items\": [{\"stretchId\": \"a\", \"holdSeconds\": \"5\"}]}")
                .post("/v1/routines")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/items/0/holdSeconds"));
    }

    @Test
    void anEmptyBodyIsRefused() {
        platform.call()
                .contentType(ContentType.JSON)
                .post("/v1/routines")
                .then()
                .statusCode(400);
        platform.call("null").post("/v1/plans").then().statusCode(400);
        platform.call("[]").put("/v1/people/anna").then().statusCode(400);
    }

    @Test
    void aBodyOfFiveMegabytesIsRefused() {
        char[] much = new char[5 * 1024 * 1024];
        Arrays.fill(much, 'x');

        platform.call("{\"name\": \"" + new String(much) + "\"}")
                .post("/v1/routines")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("body-too-large"));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        platform.call()
                .contentType("text/plain")
                .body("hello")
                .post("/v1/routines")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }

    @Test
    void whatIsNoIdIsNotFound() {
        platform.call().get("/v1/plans/nonsense").then().statusCode(404).body("code", equalTo("not-found"));
        platform.call().get("/v1/routines/nonsense").then().statusCode(404);
    }

    private static void assertRefused(String method, String path, @Nullable String token, int status, String code) {
        var request =
                given().urlEncodingEnabled(false).contentType(ContentType.JSON).header("If-Match", "\"v1\"");
        if (token != null) {
            request = request.header("Authorization", "Bearer " + token);
        }
        if (List.of("PUT", "POST").contains(method) && !path.contains(ID + "/")) {
            request = request.body(bodyOf(path));
        }
        var answer = request.request(method, path);

        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.asString())
                .isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).isEqualTo(code);
    }

    private static String bodyOf(String path) {
        if (path.startsWith("/v1/people")) {
            return Platform.person("UTC");
        }
        if (path.startsWith("/v1/calendars")) {
            return "{\"name\": \"Plant\", \"days\": []}";
        }
        if (path.startsWith("/v1/schedules")) {
            return """
                    {"zone": "UTC", "schedule": {"daysOfWeek": ["MONDAY"], "startTimes": ["10:00"]}}""";
        }
        return path.startsWith("/v1/plans") ? Platform.plan("anna", ID) : Platform.routine("plain");
    }
}
