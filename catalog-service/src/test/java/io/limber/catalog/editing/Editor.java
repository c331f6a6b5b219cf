package io.limber.catalog.editing;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.with;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.limber.testkit.TestTokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Somebody who works on a tenant's catalogue, over HTTP. */
public final class Editor {
    public static final String PATH = "/v1/catalog/stretches";

    /** What readers are promised. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Duration OFTEN = Duration.ofMillis(20);

    private final String tenant;
    private final String token;

    private Editor(String tenant, String token) {
        this.tenant = tenant;
        this.token = token;
    }

    public static Editor of(String tenant) {
        return new Editor(tenant, TestTokens.of(tenant, "catalog:write"));
    }

    public static Editor named(String subject, String tenant) {
        return new Editor(tenant, TestTokens.ofSubject(subject, tenant, "catalog:write"));
    }

    /** Paths go out as they stand: a colon begins a verb. */
    public RequestSpecification call() {
        return with(token).urlEncodingEnabled(false);
    }

    public RequestSpecification send(JsonNode body) {
        return call().contentType("application/json").body(body.toString());
    }

    public Response draft(JsonNode draft) {
        return send(draft).post(PATH);
    }

    public Response read(String id) {
        return call().get(PATH + "/" + id);
    }

    public String etag(String id) {
        return read(id).then().statusCode(200).extract().header("ETag");
    }

    /** Replaces the draft, as it is now. */
    public Response edit(JsonNode draft) {
        String id = draft.path("id").asText();
        return send(draft).header("If-Match", etag(id)).put(PATH + "/" + id);
    }

    public Response publish(String id) {
        return call().noContentType().header("If-Match", etag(id)).post(PATH + "/" + id + ":publish");
    }

    public Response discard(String id) {
        return call().header("If-Match", etag(id)).delete(PATH + "/" + id);
    }

    public Response retire(String id, @Nullable String replacedBy) {
        return call().contentType("application/json")
                .header("If-Match", etag(id))
                .body(replacedBy == null ? "{}" : "{\"replacedBy\": \"" + replacedBy + "\"}")
                .post(PATH + "/" + id + ":retire");
    }

    /** What becomes of publishing it, drafted before. */
    public Response publishing(JsonNode draft) {
        draft(draft).then().statusCode(201);
        return publish(draft.path("id").asText());
    }

    /** Drafts and publishes it. */
    public void bringOut(JsonNode draft) {
        publishing(draft).then().statusCode(200);
    }

    /** Publishes a next revision. */
    public void bringOutAgain(JsonNode draft) {
        edit(draft).then().statusCode(200);
        publish(draft.path("id").asText()).then().statusCode(200);
    }

    /**
     * Imports.
     *
     * @param query what follows the path
     */
    public Response bringIn(String query, String body) {
        return call().contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/catalog/import" + query);
    }

    public String export(String format) {
        byte[] exported = call().get("/v1/catalog/export?format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return new String(exported, StandardCharsets.UTF_8);
    }

    /** Waits, as long as is promised, until readers of the tenant see of a stretch what is asked for. */
    public void readersSee(String id, Consumer<ValidatableResponse> what) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(OFTEN)
                .atMost(SOON)
                .untilAsserted(
                        () -> what.accept(as(tenant).get("/v1/stretches/" + id).then()));
    }

    /** Waits until a stretch can be found by readers of the tenant. */
    public void readersSee(String id) {
        readersSee(id, stretch -> stretch.statusCode(200));
    }
}
