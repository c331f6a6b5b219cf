package io.limber.reminder.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.limber.reminder.Platform;
import io.limber.reminder.ReminderServiceTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ReminderServiceTest
class ContactPointComponentTest {
    private static final String PATH = "/v1/contact-points";

    final Platform platform = Platform.fresh();

    @Test
    void isThereAfterAdding() {
        // When
        Response added = platform.post(
                PATH, Map.of("personId", "p1", "channel", "EMAIL", "address", "Ada@Example.com", "locale", "de"));

        // Then
        added.then()
                .statusCode(201)
                .header("Location", containsString(PATH + "/" + added.path("id")))
                .header("ETag", equalTo("\"v0\""))
                .body("address", equalTo("Ada@example.com"))
                .body("locale", equalTo("de"));
        platform.get(PATH + "/{id}", added.<String>path("id"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v0\""))
                .body("personId", equalTo("p1"));
    }

    @Test
    void addedAgainItIsTheSame() {
        String first = platform.reachByMail("p1", "ada@example.com");

        platform.post(PATH, Map.of("personId", "p1", "channel", "EMAIL", "address", "ADA@example.com"))
                .then()
                .statusCode(200)
                .body("id", equalTo(first));
    }

    @Test
    void anIdempotencyKeyAnswersTheSameAgain() {
        var body = Map.of("personId", "p1", "channel", "EMAIL", "address", "ada@example.com");
        Response first =
                platform.call().header("Idempotency-Key", "k1").body(body).post(PATH);

        platform.call()
                .header("Idempotency-Key", "k1")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .body("id", equalTo(first.path("id")));
        platform.call()
                .header("Idempotency-Key", "k1")
                .body(Map.of("personId", "p2", "channel", "EMAIL", "address", "ada@example.com"))
                .post(PATH)
                .then()
                .statusCode(422);
    }

    @Test
    void isListedByPersonAndPageByPage() {
        // Given
        String one = platform.reachByMail("p1", "one@example.com");
        String two = platform.reachByMail("p1", "two@example.com");
        platform.reachByMail("p2", "other@example.com");

        // When
        Response first = platform.call()
                .queryParam("personId", "p1")
                .queryParam("limit", 1)
                .get(PATH);
        Response second = platform.call()
                .queryParam("personId", "p1")
                .queryParam("limit", 1)
                .queryParam("cursor", first.<String>path("next"))
                .get(PATH);

        // Then
        first.then().body("items.id", contains(one)).header("Link", containsString("rel=\"next\""));
        second.then().body("items.id", contains(two)).body("next", nullValue());
        platform.get(PATH).then().body("items", hasSize(3));
    }

    @Test
    void isRemovedOnlyAsItWasRead() {
        String id = platform.reachByMail("p1", "ada@example.com");

        platform.call().delete(PATH + "/{id}", id).then().statusCode(428);
        platform.call()
                .header("If-Match", "\"v7\"")
                .delete(PATH + "/{id}", id)
                .then()
                .statusCode(412);
        platform.call()
                .header("If-Match", "\"v0\"")
                .delete(PATH + "/{id}", id)
                .then()
                .statusCode(204);
        platform.get(PATH + "/{id}", id).then().statusCode(404);
        assertThat(platform.get(PATH).<java.util.List<?>>path("items")).isEmpty();
    }
}
