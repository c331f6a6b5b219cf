package io.limber.reminder;

import static io.restassured.RestAssured.given;

import io.limber.testkit.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** The platform of one tenant, calling the service. */
public record Platform(String tenant) {

    /** A tenant nobody has used. */
    public static Platform fresh() {
        return new Platform("t-" + UUID.randomUUID());
    }

    public RequestSpecification call() {
        return given().auth().oauth2(TestTokens.all(tenant)).contentType(ContentType.JSON);
    }

    public Response get(String path, Object... values) {
        return call().get(path, values);
    }

    public Response post(String path, Object body, Object... values) {
        return call().body(body).post(path, values);
    }

    /** Returns the contact point's id. */
    public String reachByMail(String personId, String address) {
        return post("/v1/contact-points", Map.of("personId", personId, "channel", "EMAIL", "address", address))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Returns the answer, with id and secrets. */
    public Response receiveAt(String url) {
        Response added = post("/v1/webhook-endpoints", Map.of("url", url));
        added.then().statusCode(201);
        return added;
    }

    public Response reminder(String id) {
        return get("/v1/reminders/{id}", id);
    }

    public Response deliveries(String reminderId) {
        return call().queryParam("reminderId", reminderId).get("/v1/deliveries");
    }
}
