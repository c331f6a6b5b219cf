package io.limber.catalog.snapshot;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static io.limber.catalog.Caller.with;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.limber.catalog.CatalogTest;
import io.limber.catalog.UnusualSettings;
import io.limber.testkit.TestTokens;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A replica does not wait for its next look to see what it wrote itself: here there is no next look. */
@CatalogTest
@TestProfile(UnusualSettings.class)
class OwnChangesComponentTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(3);
    private static final String ADAPTATION = "/v1/catalog/adaptations/cat-cow";

    private final String tenant = freshTenant();
    private final String token = TestTokens.of(tenant, "catalog:read", "catalog:write");

    @Test
    void aChangeMadeHereIsSeenAtOnce() {
        as(tenant).get("/v1/stretches/cat-cow").then().body("status", equalTo("PUBLISHED"));
        String tag = with(token).get(ADAPTATION).header("ETag");

        with(token)
                .header("If-Match", tag)
                .contentType("application/json")
                .body("{\"hidden\": true}")
                .put(ADAPTATION)
                .then()
                .statusCode(200);

        await().atMost(AT_ONCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(
                        () -> as(tenant).get("/v1/stretches/cat-cow").then().body("status", equalTo("HIDDEN")));
    }
}
