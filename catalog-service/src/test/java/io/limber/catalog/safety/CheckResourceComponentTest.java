package io.limber.catalog.safety;

import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.limber.catalog.Caller;
import io.limber.catalog.CatalogTest;
import io.limber.catalog.content.Packaged;
import io.limber.catalog.language.Language;
import io.limber.catalog.stretch.OwnStretches;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.vocabulary.VocabularyName;
import io.limber.testkit.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@CatalogTest
class CheckResourceComponentTest {
    private static final String PATH = "/v1/stretches:check";
    private static final Duration SOON = Duration.ofSeconds(5);

    private final String tenant = freshTenant();

    @Test
    void saysOfEachStretchWhatAPersonMayDo() {
        check(List.of("RADICULOPATHY"), List.of("neck-flexion", "cat-cow", "supine-hamstring"))
                .then()
                .statusCode(200)
                .body("items.id", contains("neck-flexion", "cat-cow", "supine-hamstring"))
                .body("items.name", contains("Neck bend forward", "Cat-cow", "Lying hamstring stretch"))
                .body("items.verdict", contains("ALLOWED", "AVOID", "AVOID"))
                .body("items.clinicianMayAllow", contains(false, true, false))
                .body("items[0].reasons", empty())
                .body("items[1].reasons.code", contains("RADICULOPATHY"))
                .body("items[1].reasons.action", contains("CLINICIAN"))
                .body("items[1].reasons[0].reason", containsString("Ask a clinician first"))
                .body("items[1].reasons[0].sources", hasItems("NHS-SCIATICA"))
                .body("next", nullValue());
    }

    @Test
    void whatItForbidsIsJustWhatTheListLeavesOut() {
        for (String code : Packaged.codes().codes(VocabularyName.CONTRAINDICATIONS)) {
            List<Map<String, Object>> checked =
                    check(List.of(code), null, "?limit=200").jsonPath().getList("items");
            List<String> allowed = checked.stream()
                    .filter(item -> !"AVOID".equals(item.get("verdict")))
                    .map(item -> String.valueOf(item.get("id")))
                    .toList();

            List<String> left =
                    as(tenant).get("/v1/stretches?limit=200&excluding=" + code).path("items.id");
            assertThat(checked).hasSize(Packaged.stretches().size());
            assertThat(allowed).as(code).isEqualTo(left);
        }
    }

    @Test
    void withoutIdsItGoesThroughAllThatTheTenantSeesPageByPage() {
        List<String> ids = new ArrayList<>();
        String next = "";
        while (next != null) {
            Response page = check(List.of("GLAUCOMA"), null, "?limit=9" + (next.isEmpty() ? "" : "&cursor=" + next));
            page.then().statusCode(200);
            ids.addAll(page.jsonPath().getList("items.id"));
            next = page.path("next");
        }

        assertThat(ids)
                .isEqualTo(
                        Packaged.stretches().stream().map(Stretch::id).sorted().toList());
        check(List.of(), null).then().body("items", hasSize(50)).body("items.verdict", everyItem(equalTo("ALLOWED")));
    }

    @Test
    void whoeverHasAWarningSignMayDoNothing() {
        check(List.of("GLAUCOMA", "RED_FLAG"), null, "?limit=200&lang=de")
                .then()
                .body("items.verdict", everyItem(equalTo("AVOID")))
                .body("items.clinicianMayAllow", everyItem(is(false)))
                .body("items[0].reasons[0].code", equalTo("RED_FLAG"))
                .body(
                        "items[0].reasons[0].reason",
                        equalTo(Packaged.codes()
                                .find(VocabularyName.CONTRAINDICATIONS, "RED_FLAG")
                                .orElseThrow()
                                .in(Language.DE)
                                .description()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void speaksTheLanguageAskedFor(Language language) {
        var text = Packaged.stretch("cat-cow").in(language).orElseThrow();

        check(List.of("OSTEOPOROSIS"), List.of("cat-cow"), "?lang=" + language.code())
                .then()
                .body("items[0].name", equalTo(text.name()))
                .body("items[0].reasons[0].reason", equalTo(text.reasons().get("OSTEOPOROSIS")));
        as(tenant)
                .header("Accept-Language", language.code())
                .body("{\"exclusions\": [], \"stretches\": [\"cat-cow\"]}")
                .post(PATH)
                .then()
                .body("items[0].name", equalTo(text.name()));
    }

    @Test
    void theSameConditionTwiceIsOne() {
        check(List.of("OSTEOPOROSIS", "OSTEOPOROSIS"), List.of("cat-cow", "cat-cow"))
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].reasons", hasSize(1));
    }

    @Test
    void whatIsRetiredHiddenOrFormerCanBeCheckedToo() {
        OwnStretches.insert(tenant, "own-old");
        OwnStretches.retire(tenant, "own-old", null);
        OwnStretches.adapt(tenant, "chin-tuck", true, "{}");
        String former = Packaged.stretches().stream()
                .flatMap(stretch -> stretch.earlierIds().stream())
                .findFirst()
                .orElseThrow();

        await().atMost(SOON)
                .untilAsserted(() -> check(List.of("OSTEOPOROSIS"), List.of("own-old", "chin-tuck", former))
                        .then()
                        .statusCode(200)
                        .body("items[0].verdict", equalTo("AVOID"))
                        .body("items[1].id", equalTo("chin-tuck")));
    }

    @Test
    void anotherTenantsStretchIsUnknown() {
        OwnStretches.insert(tenant, "own-checked");
        await().atMost(SOON)
                .untilAsserted(
                        () -> check(List.of(), List.of("own-checked")).then().statusCode(200));

        String body = "{\"exclusions\": [], \"stretches\": [\"cat-cow\", \"%s\"]}";
        String theirs = as(freshTenant())
                .body(body.formatted("own-checked"))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/stretches/1"))
                .extract()
                .path("detail");
        String nobodys = as(tenant).body(body.formatted("own-none")).post(PATH).path("detail");
        assertThat(theirs.replace("own-checked", "X")).isEqualTo(nobodys.replace("own-none", "X"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {"exclusions": ["GLAUCOMA", "BAD_BACK"]}                     | /exclusions/1
            {"exclusions": ["glaucoma"]}                                 | /exclusions/0
            {"exclusions": [""]}                                         | /exclusions/0
            {"exclusions": [null]}                                       | /exclusions/0
            {"exclusions": [], "stretches": ["cat-cow", "dog-cow"]}      | /stretches/1
            {"exclusions": [], "stretches": [null]}                      | /stretches/0
            {"exclusions": [], "stretches": ["cat-cow", null]}           | /stretches/1
            {"stretches": ["cat-cow"]}                                   | /exclusions
            {"exclusions": null}                                         | /exclusions
            {"exclusions": "GLAUCOMA"}                                   | /exclusions
            {"exclusions": [], "stretch": ["cat-cow"]}                   | /stretch
            """)
    void whatIsUnknownOrMissingIsNamed(String body, String pointer) {
        Response refused = as(tenant).body(body).post(PATH);

        refused.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
        if (pointer.startsWith("/exclusions/") && !body.contains("[null]")) {
            refused.then().body("errors[0].allowed", hasItems("GLAUCOMA", "RED_FLAG", "OSTEOPOROSIS"));
        }
    }

    @Test
    void thereAreAtMostFiveHundredIds() {
        List<String> ids = new ArrayList<>();
        for (int count = 0; count < 500; count++) {
            ids.add("cat-cow");
        }
        check(List.of(), ids).then().statusCode(200).body("items", hasSize(500));
        ids.add("cat-cow");
        check(List.of(), ids).then().statusCode(400).body("errors.pointer", contains("/stretches"));
        check(List.of(), List.of()).then().statusCode(200).body("items", empty());
    }

    @Test
    void onlyATokenWithScopeAndTenantChecks() {
        for (String token : List.of(TestTokens.of(tenant, "routines:read"), TestTokens.withoutTenant("catalog:read"))) {
            with(token).body("{\"exclusions\": []}").post(PATH).then().statusCode(403);
        }
    }

    private Response check(List<String> exclusions, @Nullable List<String> stretches) {
        return check(exclusions, stretches, "");
    }

    private Response check(List<String> exclusions, @Nullable List<String> stretches, String query) {
        Map<String, Object> body = new HashMap<>();
        body.put("exclusions", exclusions);
        if (stretches != null) {
            body.put("stretches", stretches);
        }
        return as(tenant).body(body).post(PATH + query);
    }

    private static RequestSpecification as(String tenant) {
        return with(TestTokens.of(tenant, "catalog:read"));
    }

    /** A colon in a path goes as it is. */
    private static RequestSpecification with(String token) {
        return Caller.with(token).contentType("application/json").urlEncodingEnabled(false);
    }
}
