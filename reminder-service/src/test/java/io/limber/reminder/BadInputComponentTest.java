package io.limber.reminder;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is answered with a problem that says what to correct. */
@ReminderServiceTest
class BadInputComponentTest {
    private static final String ID = UUID.randomUUID().toString();

    final Platform platform = Platform.fresh();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/contact-points | {\"personId\": | malformed-json",
                "/v1/contact-points | [] | invalid-value",
                "/v1/contact-points | {\"personId\":\"p\",\"channel\":\"EMAIL\",\"address\":\"a@b.c\",\"adress\":1} | unknown-field",
                "/v1/contact-points | {\"personId\":\"p\",\"channel\":\"PIGEON\",\"address\":\"a@b.c\"} | invalid-value",
                "/v1/contact-points | {\"personId\":\"p\",\"channel\":0,\"address\":\"a@b.c\"} | invalid-value",
                "/v1/contact-points | {} | validation-failed",
                "/v1/contact-points | {\"personId\":\" \",\"channel\":\"EMAIL\",\"address\":\"a@b.c\"} | validation-failed",
                "/v1/contact-points | {\"personId\":\"p\",\"channel\":\"EMAIL\",\"address\":\"nonsense\"} | validation-failed",
                "/v1/contact-points | {\"personId\":\"p\",\"channel\":\"EMAIL\",\"address\":\"a@b.c\",\"locale\":\"!\"} | validation-failed",
                "/v1/webhook-endpoints | {\"url\":\"https://example.com\",\"secret\":\"mine\"} | unknown-field",
                "/v1/webhook-endpoints | {\"url\":7} | validation-failed",
                "/v1/webhook-endpoints | {} | validation-failed",
                "/v1/reminders/ID/snooze | {} | validation-failed",
                "/v1/reminders/ID/snooze | {\"minutes\":0} | validation-failed",
                "/v1/reminders/ID/snooze | {\"minutes\":241} | validation-failed",
                "/v1/reminders/ID/snooze | {\"minutes\":\"10\"} | invalid-value",
                "/v1/reminders/ID/snooze | {\"minutes\":1.5} | invalid-value",
                "/v1/reminders/ID/snooze | {\"minutes\":10,\"minutes\":20} | malformed-json",
                "/v1/reminders/ID/skip | {\"reason\":\"LAZY\"} | invalid-value",
                "/v1/reminders/ID/done | {\"minutes\":10} | unknown-field"
            })
    void aBodyIsReadToTheLetter(String path, String body, String code) {
        refused(platform.call().body(body).post(path.replace("ID", ID)), 400, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/contact-points", "/v1/webhook-endpoints", "/v1/reminders/ID/snooze", "/v1/reminders/ID/skip"
            })
    void aBodyIsNeeded(String path) {
        refused(platform.call().post(path.replace("ID", ID)), 400, "validation-failed");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/contact-points?limit=0, validation-failed",
        "/v1/contact-points?limit=201, validation-failed",
        "/v1/contact-points?limit=many, invalid-value",
        "/v1/contact-points?cursor=nonsense, invalid-cursor",
        "/v1/contact-points?cursor=MTpub25zZW5zZQ, invalid-cursor",
        "/v1/webhook-endpoints?cursor=MTpub25zZW5zZQ, invalid-cursor",
        "/v1/reminders?planId=x&cursor=MTpub25zZW5zZQ, invalid-cursor",
        "/v1/reminders?planId=x&personId=y, validation-failed",
        "/v1/reminders, validation-failed",
        "/v1/deliveries, validation-failed"
    })
    void parametersAreReadToTheLetter(String path, String code) {
        refused(platform.call().get(path), 400, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/contact-points/nonsense",
                "/v1/webhook-endpoints/nonsense",
                "/v1/reminders/nonsense",
                "/v1/deliveries?reminderId=nonsense",
                "/v1/nothing"
            })
    void whatIsNotThereIsAProblemToo(String path) {
        refused(platform.call().get(path), 404, "not-found");
    }

    @Test
    void anUnknownEnumValueIsAnsweredWithTheKnownOnes() {
        platform.call()
                .body("{\"personId\":\"p\",\"channel\":\"PIGEON\",\"address\":\"a@b.c\"}")
                .post("/v1/contact-points")
                .then()
                .body("errors[0].pointer", equalTo("/channel"))
                .body("errors[0].allowed", hasItem("EMAIL"));
    }

    @Test
    void anAddressThatIsRefusedIsNotRepeated() {
        platform.call()
                .body("{\"personId\":\"p\",\"channel\":\"EMAIL\",\"address\":\"ada lovelace@example.com\"}")
                .post("/v1/contact-points")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/address"))
                .body(not(containsString("lovelace")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/contact-points", "/v1/webhook-endpoints", "/v1/reminders/ID/skip"})
    void aBodyOfFiveMegabytesIsTooLarge(String path) {
        refused(platform.call().body("x".repeat(5_000_000)).post(path.replace("ID", ID)), 413, "body-too-large");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        refused(
                platform.call().contentType("text/plain").body("hello").post("/v1/contact-points"),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({"already-answered, 409.", "too-many-secrets, 409."})
    void ourOwnCodesAreExplained(String code, String status) {
        platform.call().get("/problems/" + code).then().statusCode(200).body(containsString(status));
    }

    private static void refused(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status));
    }
}
