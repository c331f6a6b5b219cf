package io.limber.reminder;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.limber.testkit.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets in, on every operation that needs a token. */
@ReminderServiceTest
class AccessComponentTest {
    private static final String ID = UUID.randomUUID().toString();

    private final String tenant = Platform.fresh().tenant();

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/contact-points, reminders:read",
        "POST, /v1/contact-points, reminders:write",
        "GET, /v1/contact-points/ID, reminders:read",
        "DELETE, /v1/contact-points/ID, reminders:write",
        "GET, /v1/webhook-endpoints, reminders:read",
        "POST, /v1/webhook-endpoints, reminders:write",
        "GET, /v1/webhook-endpoints/ID, reminders:read",
        "POST, /v1/webhook-endpoints/ID/secrets, reminders:write",
        "DELETE, /v1/webhook-endpoints/ID, reminders:write",
        "GET, /v1/reminders?planId=x, reminders:read",
        "GET, /v1/reminders/ID, reminders:read",
        "POST, /v1/reminders/ID/done, reminders:write",
        "POST, /v1/reminders/ID/snooze, reminders:write",
        "POST, /v1/reminders/ID/skip, reminders:write",
        "GET, /v1/deliveries?reminderId=ID, reminders:read",
        "GET, /v1/ledger, reminders:read"
    })
    void onlyATokenWithScopeAndTenantGetsIn(String method, String path, String scope) {
        String other = scope.equals("reminders:read") ? "reminders:write" : "reminders:read";

        refused(call(given(), method, path), 401, "unauthenticated");
        refused(call(with("nonsense"), method, path), 401, "unauthenticated");
        refused(call(with(TestTokens.expired(tenant, scope)), method, path), 401, "unauthenticated");
        refused(call(with(TestTokens.forged(tenant, scope)), method, path), 401, "unauthenticated");
        refused(call(with(TestTokens.of(tenant, other, "routines:read")), method, path), 403, "missing-scope");
        refused(call(with(TestTokens.withoutTenant(scope)), method, path), 403, "missing-tenant");
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }

    private static Response call(RequestSpecification request, String method, String path) {
        // Bodies that would do: what is refused is the caller.
        String body = switch (path) {
            case "/v1/contact-points" -> "{\"personId\":\"p\",\"channel\":\"EMAIL\",\"address\":\"ada@example.com\"}";
            case "/v1/webhook-endpoints" -> "{\"url\":\"https://example.com\"}";
            case "/v1/reminders/ID/snooze" -> "{\"minutes\":5}";
            default -> "{}";
        };
        RequestSpecification typed = request.contentType(ContentType.JSON);
        return (method.equals("POST") ? typed.body(body) : typed).request(method, path.replace("ID", ID));
    }

    private static void refused(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("title", notNullValue())
                .body("traceId", notNullValue());
    }
}
