package io.limber.catalog.guidance;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.limber.catalog.CatalogTest;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.SqlProbe.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CatalogTest
class GuidanceResourceComponentTest {
    private static final String PATH = "/v1/guidance";

    private final String tenant = freshTenant();

    @Test
    void showsAllPages() {
        as(tenant)
                .get(PATH)
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        contains(
                                "general-rules",
                                "movements-not-recommended",
                                "red-flags",
                                "sleep-positions",
                                "when-not-to-stretch"));
    }

    @Test
    void aWarningSignSaysWhereToGo() {
        as(tenant)
                .get(PATH + "/red-flags")
                .then()
                .statusCode(200)
                .body("items.find { it.id == 'RF1' }.route", equalTo("EMERGENCY"));
        as(tenant).get(PATH + "/general-rules").then().body("items[0]", not(hasKey("route")));
    }

    @Test
    void anotherTenantsPageIsNotThere() {
        SqlProbe.as("catalog", Role.APP).inTenant(tenant).execute("""
                        INSERT INTO guidance (tenant, id, revision, content_hash, document)
                        SELECT ?, 'own', 1, 'by hand', document || '{"id": "own"}'
                        FROM guidance WHERE tenant = '*' AND id = 'red-flags'""", tenant);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> as(tenant).get(PATH + "/own").then().statusCode(200));
        as(freshTenant()).get(PATH + "/own").then().statusCode(404).body("code", equalTo("not-found"));
        as(freshTenant()).get(PATH).then().body("items.id", not(hasItem("own")));
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, PATH + "/red-flags"})
    void whoHasItAlreadyIsToldSo(String path) {
        String tag = as(tenant).get(path).header("ETag");

        assertThat(tag).startsWith("\"");
        as(tenant).header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag);
    }
}
