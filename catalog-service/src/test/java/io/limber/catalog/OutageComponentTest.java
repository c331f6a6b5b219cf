package io.limber.catalog;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.limber.testkit.SqlProbe;
import io.limber.testkit.SqlProbe.Role;
import io.limber.testkit.TestStack;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What others feel when a part we need is away. */
@CatalogTest
class OutageComponentTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    private final String tenant = freshTenant();

    @Test
    void reportsHealthAndMetrics() {
        given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("limber_outbox_oldest_age_seconds"))
                .body(containsString("limber_outbox_published_total"));
    }

    @Test
    void withoutKafkaItLivesAndAnswersButIsNotReady() {
        as(tenant).get("/v1/stretches").then().statusCode(200);
        TestStack.stopKafka();
        try {
            await().atMost(SOON)
                    .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503));
            given().get("/q/health/live").then().statusCode(200);
            as(freshTenant()).get("/v1/stretches").then().statusCode(200).body("items", not(empty()));
        } finally {
            TestStack.startKafka();
        }
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void servesWhatItKnowsWhileTheTablesCannotBeRead() {
        as(tenant).get("/v1/stretches").then().statusCode(200);
        SqlProbe owner = SqlProbe.as("catalog", Role.OWNER);
        owner.execute("REVOKE SELECT ON stretch FROM limber_catalog_app");
        try {
            String newcomer = freshTenant();
            await().pollDelay(Duration.ofMillis(1500))
                    .atMost(SOON)
                    .untilAsserted(() -> as(tenant)
                            .get("/v1/stretches")
                            .then()
                            .statusCode(200)
                            .body("items", not(empty())));
            as(newcomer)
                    .get("/v1/stretches")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .body("code", equalTo("unavailable"));
        } finally {
            owner.execute("GRANT SELECT ON stretch TO limber_catalog_app");
        }
        as(freshTenant()).get("/v1/stretches").then().statusCode(200);
    }

    @Test
    void goesOnAfterTheDatabaseWasRestarted() {
        as(tenant).get("/v1/stretches").then().statusCode(200);

        TestStack.restartPostgres();

        await().atMost(SOON)
                .untilAsserted(
                        () -> as(freshTenant()).get("/v1/stretches").then().statusCode(200));
        await().atMost(SOON).untilAsserted(() -> given().get("/q/health").then().statusCode(200));
    }
}
