package io.limber.catalog.editing;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static io.limber.catalog.editing.Editor.PATH;
import static io.limber.catalog.editing.Samples.exercise;
import static io.limber.catalog.editing.Samples.habit;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.limber.catalog.CatalogTest;
import io.limber.catalog.UnusualSettings;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant that has as many stretches as it may. */
@CatalogTest
@TestProfile(UnusualSettings.class)
class ManyStretchesComponentTest {
    private final String tenant = freshTenant();
    private final Editor editor = Editor.of(tenant);

    @BeforeEach
    void fill() {
        editor.bringOut(habit("first"));
        editor.bringOut(exercise("second"));
        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(
                        () -> as(tenant).get("/v1/stretches/second").then().statusCode(200));
    }

    @Test
    void oneMoreIsRefusedAndStaysADraft() {
        editor.draft(habit("third")).then().statusCode(201);

        editor.publish("third")
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-stretches"))
                .body("detail", containsString("may have 2 published stretches"));
        editor.call().get(PATH + "/third").then().statusCode(200).body("state", equalTo("DRAFT"));
    }

    @Test
    void thoseThatAreThereMayStillChange() {
        editor.edit(habit("first").put("name", "Another name")).then().statusCode(200);

        editor.publish("first").then().statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void othersHaveRoom() {
        Editor.of(freshTenant()).bringOut(habit("first"));
    }
}
