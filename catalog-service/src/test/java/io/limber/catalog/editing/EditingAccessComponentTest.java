package io.limber.catalog.editing;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static io.limber.catalog.Caller.with;
import static io.limber.catalog.editing.OwnStretchResourceComponentTest.refused;
import static io.limber.catalog.editing.Samples.habit;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.limber.catalog.CatalogTest;
import io.limber.testkit.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may change a tenant's catalogue: on every resource, by every method. */
@CatalogTest
class EditingAccessComponentTest {
    private final String tenant = freshTenant();
    private final Editor editor = Editor.of(tenant);

    @BeforeEach
    void somethingIsThere() {
        editor.bringOut(habit("our-bow"));
        editor.edit(habit("our-bow").put("name", "Waits")).then().statusCode(200);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /v1/catalog/stretches",
        "POST, /v1/catalog/stretches",
        "GET, /v1/catalog/stretches/our-bow",
        "PUT, /v1/catalog/stretches/our-bow",
        "DELETE, /v1/catalog/stretches/our-bow",
        "POST, /v1/catalog/stretches/our-bow:publish",
        "POST, /v1/catalog/stretches/our-bow:retire",
        "GET, /v1/catalog/adaptations",
        "GET, /v1/catalog/adaptations/cat-cow",
        "PUT, /v1/catalog/adaptations/cat-cow",
        "DELETE, /v1/catalog/adaptations/cat-cow",
        "GET, /v1/catalog/audit",
    })
    void readingTheCatalogueIsNotEnough(String method, String path) {
        refused(ask(given(), method, path), 401, "unauthenticated");
        refused(ask(with("nonsense"), method, path), 401, "unauthenticated");
        refused(ask(with(TestTokens.expired(tenant, "catalog:write")), method, path), 401, "unauthenticated");
        refused(ask(with(TestTokens.forged(tenant, "catalog:write")), method, path), 401, "unauthenticated");
        refused(ask(with(TestTokens.of(tenant, "catalog:read", "admin")), method, path), 403, "missing-scope");
        refused(ask(with(TestTokens.withoutTenant("catalog:write")), method, path), 403, "missing-tenant");
        refused(ask(with(TestTokens.of("*", "catalog:write")), method, path), 403, "missing-tenant");
        nothingChanged();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"revisions", "revisions/1", "diff?from=1&to=1"})
    void changingTheCatalogueIsNotReadingIt(String path) {
        editor.readersSee("our-bow");

        refused(
                with(TestTokens.of(tenant, "catalog:write")).get("/v1/stretches/our-bow/" + path),
                403,
                "missing-scope");
        refused(given().get("/v1/stretches/our-bow/" + path), 401, "unauthenticated");
        as(tenant).get("/v1/stretches/our-bow/" + path).then().statusCode(200);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /v1/catalog/stretches/our-bow",
        "PUT, /v1/catalog/stretches/our-bow",
        "DELETE, /v1/catalog/stretches/our-bow",
        "POST, /v1/catalog/stretches/our-bow:publish",
        "POST, /v1/catalog/stretches/our-bow:retire",
    })
    void anotherTenantFindsAndChangesNothing(String method, String path) {
        refused(ask(Editor.of(freshTenant()).call(), method, path), 404, "not-found");
        nothingChanged();
    }

    @Test
    void anotherTenantSeesNothingInLists() {
        String other = freshTenant();
        editor.readersSee("our-bow");

        Editor.of(other)
                .call()
                .get("/v1/catalog/stretches")
                .then()
                .statusCode(200)
                .body("items", empty());
        Editor.of(other).call().get("/v1/catalog/audit").then().statusCode(200).body("items", empty());
        as(other).get("/v1/stretches?limit=200").then().body("items.id", not(hasItem("our-bow")));
        as(other).get("/v1/stretches/our-bow").then().statusCode(404);
    }

    @Test
    void anAdaptationIsTheTenantsAlone() {
        Editor other = Editor.of(freshTenant());
        ask(editor.call(), "PUT", "/v1/catalog/adaptations/cat-cow", "\"v0\"")
                .then()
                .statusCode(200);

        other.call().get("/v1/catalog/adaptations").then().body("items", empty());
        other.call().get("/v1/catalog/adaptations/cat-cow").then().body("version", is(0), "hidden", is(false));
        ask(other.call(), "PUT", "/v1/catalog/adaptations/cat-cow", "\"v0\"")
                .then()
                .statusCode(200);
        ask(other.call(), "DELETE", "/v1/catalog/adaptations/cat-cow", "\"v1\"")
                .then()
                .statusCode(204);
        editor.call().get("/v1/catalog/adaptations/cat-cow").then().body("version", is(1), "hidden", is(true));
    }

    private void nothingChanged() {
        editor.read("our-bow")
                .then()
                .body("version", is(3), "state", equalTo("CHANGED"), "document.name", equalTo("Waits"));
        editor.call().get("/v1/catalog/adaptations/cat-cow").then().body("version", is(0));
        editor.call().get("/v1/catalog/stretches").then().body("items.id", equalTo(List.of("our-bow")));
    }

    private static Response ask(RequestSpecification caller, String method, String path) {
        return ask(caller, method, path, "*");
    }

    /** With a body that would do. */
    private static Response ask(RequestSpecification caller, String method, String path, String etag) {
        RequestSpecification request =
                caller.urlEncodingEnabled(false).header("If-Match", etag).contentType("application/json");
        if (method.equals("GET") || path.endsWith(":publish")) {
            return request.request(method, path);
        }
        String body = path.contains("adaptations")
                ? "{\"hidden\": true}"
                : path.endsWith(":retire")
                        ? "{}"
                        : habit(path.endsWith("/stretches") ? "new-bow" : "our-bow")
                                .toString();
        return request.body(body).request(method, path);
    }
}
