package io.limber.catalog.transfer;

import static io.limber.catalog.Caller.freshTenant;
import static io.limber.catalog.Caller.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.limber.catalog.CatalogTest;
import io.limber.catalog.editing.Editor;
import io.limber.catalog.editing.Samples;
import io.limber.testkit.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may bring stretches in and out, and in which forms. */
@CatalogTest
class TransferAccessComponentTest {
    private static final String LINE = "{\"id\":\"our-bow\",\"state\":\"DRAFT\",\"draft\":{\"id\":\"our-bow\"}}\n";

    private final String tenant = freshTenant();
    private final Editor editor = Editor.of(tenant);

    @ParameterizedTest
    @ValueSource(strings = {"GET /v1/catalog/export", "POST /v1/catalog/import"})
    void onlyWhoMayChangeTheCatalogueTransfersIt(String call) {
        refused(ask(given(), call), 401, "unauthenticated");
        refused(ask(with(TestTokens.expired(tenant, "catalog:write")), call), 401, "unauthenticated");
        refused(ask(with(TestTokens.of(tenant, "catalog:read")), call), 403, "missing-scope");
        refused(ask(with(TestTokens.withoutTenant("catalog:write")), call), 403, "missing-tenant");
        ask(editor.call(), call).then().statusCode(200);
    }

    @Test
    void whoeverReadsTheCatalogueReadsTheSchema() {
        String path = "/v1/catalog/schema";
        Response schema =
                with(TestTokens.of(tenant, "catalog:read")).accept("*/*").get(path);
        schema.then().statusCode(200).contentType(containsString("application/schema+json"));
        assertThat(Samples.json(schema.asString())).isEqualTo(StretchSchema.json());
        refused(given().get(path), 401, "unauthenticated");
        refused(with(TestTokens.of(tenant, "catalog:write")).accept("*/*").get(path), 403, "missing-scope");
        refused(with(TestTokens.withoutTenant("catalog:read")).accept("*/*").get(path), 403, "missing-tenant");
    }

    @Test
    void anotherTenantExportsNothingOfItAndChangesNothing() {
        editor.bringOut(Samples.habit("our-bow"));
        Editor other = Editor.of(freshTenant());
        String before = editor.export("ndjson");

        assertThat(other.export("ndjson")).isEmpty();
        Imported.of(other.bringIn("", LINE)).allAre("CREATED");

        assertThat(editor.export("ndjson")).isEqualTo(before);
        assertThat(other.export("ndjson")).isEqualTo(LINE);
    }

    @Test
    void anExportIsAFile() {
        editor.draft(Samples.bare("our-bow")).then().statusCode(201);

        editor.call()
                .get("/v1/catalog/export")
                .then()
                .contentType("application/x-ndjson")
                .header("Content-Disposition", equalTo("attachment; filename=\"stretches.ndjson\""));
        assertThat(editor.export("ndjson")).isEqualTo(LINE);
        editor.call()
                .get("/v1/catalog/export?format=yaml")
                .then()
                .contentType("application/yaml")
                .header("Content-Disposition", equalTo("attachment; filename=\"stretches.yaml\""));
        assertThat(editor.export("yaml")).isEqualTo("""
                ---
                id: "our-bow"
                state: "DRAFT"
                draft:
                  id: "our-bow"
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /v1/catalog/export?format=csv              | format | ndjson,yaml
            GET /v1/catalog/export?format=free-exercise-db | format | ndjson,yaml
            GET /v1/catalog/export?format=NDJSON           | format | ndjson,yaml
            POST /v1/catalog/import?format=csv             | format | ndjson,yaml,free-exercise-db
            POST /v1/catalog/import?dryRun=yes             | dryRun | true,false
            POST /v1/catalog/import?atomic=1               | atomic | true,false
            """)
    void whatIsNotKnownListsWhatIs(String call, String parameter, String allowed) {
        Response refusal = ask(editor.call(), call);

        refused(refusal, 400, "invalid-value");
        refusal.then()
                .body("errors[0].pointer", equalTo(parameter))
                .body("errors[0].allowed", equalTo(List.of(allowed.split(","))));
        editor.call().get(Editor.PATH).then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "application/yaml", "application/json", "text/yaml", "text/plain"})
    void filesComeAsTheyAre(String contentType) {
        Imported.of(editor.call()
                        .contentType(contentType)
                        .body(LINE.getBytes(StandardCharsets.UTF_8))
                        .post("/v1/catalog/import"))
                .allAre("CREATED");
    }

    @Test
    void formsAreNotFiles() {
        refused(
                editor.call()
                        .contentType("application/x-www-form-urlencoded")
                        .body(LINE)
                        .post("/v1/catalog/import"),
                415,
                "unsupported-media-type");
    }

    private static Response ask(RequestSpecification caller, String call) {
        String method = call.substring(0, call.indexOf(' '));
        String path = call.substring(call.indexOf(' ') + 1);
        RequestSpecification request = caller.urlEncodingEnabled(false).accept("*/*");
        return method.equals("GET")
                ? request.get(path)
                : request.contentType("application/x-ndjson")
                        .body(LINE.getBytes(StandardCharsets.UTF_8))
                        .post(path);
    }

    private static void refused(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }
}
