package io.limber.catalog.browse;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.limber.catalog.CatalogTest;
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
                                "breaks",
                                "general-rules",
                                "how-much",
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
    void speaksTheLanguageThatIsAskedFor() {
        as(tenant)
                .header("Accept-Language", "pt, es;q=0.8, en;q=0.5")
                .get(PATH + "/red-flags")
                .then()
                .header("Content-Language", equalTo("es"))
                .body("language", equalTo("es"))
                .body("items.find { it.id == 'RF8' }.text", containsString("peso"))
                .body("$", not(hasKey("translations")));
        as(tenant)
                .header("Accept-Language", "es")
                .get(PATH + "/red-flags?lang=de")
                .then()
                .body("items.find { it.id == 'RF8' }.text", containsString("abgenommen"));
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, PATH + "/red-flags"})
    void whoHasItAlreadyIsToldSo(String path) {
        String tag = as(tenant).get(path).header("ETag");

        assertThat(tag).startsWith("\"");
        as(tenant).header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag);
    }
}
