package io.limber.catalog.editing;

import static io.limber.catalog.Caller.freshTenant;
import static io.limber.catalog.editing.OwnStretchResourceComponentTest.refused;
import static io.limber.catalog.editing.Samples.exercise;
import static io.limber.catalog.editing.Samples.habit;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.limber.catalog.CatalogTest;
import io.limber.catalog.UnusualSettings;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
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
        editor.readersSee("second");
    }

    @Test
    void oneMoreIsRefusedAndStaysADraft() {
        Response third = editor.publishing(habit("third"));

        refused(third, 409, "too-many-stretches");
        third.then().body("detail", containsString("may have 2 published stretches"));
        editor.read("third").then().statusCode(200).body("state", equalTo("DRAFT"));
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
