package io.limber.catalog;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static io.limber.catalog.Caller.with;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.limber.testkit.TestTokens;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, on every resource. */
@CatalogTest
class AccessComponentTest {
    private final String tenant = freshTenant();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/stretches",
                "/v1/stretches/cat-cow",
                "/v1/vocabularies",
                "/v1/vocabularies/regions",
                "/v1/guidance",
                "/v1/guidance/red-flags"
            })
    void onlyATokenWithScopeAndTenantReads(String path) {
        as(tenant).get(path).then().statusCode(200);
        refused(given().get(path), 401, "unauthenticated");
        refused(with("nonsense").get(path), 401, "unauthenticated");
        refused(with(TestTokens.expired(tenant, "catalog:read")).get(path), 401, "unauthenticated");
        refused(with(TestTokens.forged(tenant, "catalog:read")).get(path), 401, "unauthenticated");
        refused(with(TestTokens.of(tenant, "routines:read", "catalog:write")).get(path), 403, "missing-scope");
        refused(with(TestTokens.withoutTenant("catalog:read")).get(path), 403, "missing-tenant");
        refused(with(TestTokens.of("*", "catalog:read")).get(path), 403, "missing-tenant");
    }

    @Test
    void aBodyOfFiveMegabytesIsRefused() {
        refused(
                as(tenant)
                        .contentType("application/json")
                        .body("x".repeat(5_000_000))
                        .post("/v1/stretches"),
                413,
                "body-too-large");
    }

    @Test
    void whatIsNotThereIsAProblemToo() {
        refused(as(tenant).get("/v1/nothing"), 404, "not-found");
        refused(as(tenant).get("/v1/stretches/cat-cow/more"), 404, "not-found");
    }

    private static void refused(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("title", notNullValue());
    }
}
