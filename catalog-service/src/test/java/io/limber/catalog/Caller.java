package io.limber.catalog;

import static io.restassured.RestAssured.given;

import io.limber.testkit.TestTokens;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Requests as a tenant's platform sends them. */
public final class Caller {
    private Caller() {}

    public static String freshTenant() {
        return "t-" + UUID.randomUUID();
    }

    public static RequestSpecification as(String tenant) {
        return with(TestTokens.of(tenant, "catalog:read"));
    }

    public static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token).accept("application/json");
    }
}
