package io.limber.catalog.safety;

import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.limber.catalog.Caller;
import io.limber.catalog.CatalogTest;
import io.limber.catalog.content.Packaged;
import io.limber.catalog.guidance.Guidance;
import io.limber.catalog.guidance.Rule;
import io.limber.catalog.language.Language;
import io.limber.catalog.vocabulary.VocabularyName;
import io.limber.testkit.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@CatalogTest
class RedFlagResourceComponentTest {
    private static final String PATH = "/v1/guidance/red-flags:assess";

    private final String tenant = freshTenant();

    @ParameterizedTest(name = "yes to {0}: {1}")
    @CsvSource({
        "RF1, EMERGENCY",
        "RF7, URGENT",
        "RF12, SEE_A_DOCTOR",
        "RF11, NONE",
        "RF11 RF13, SEE_A_DOCTOR",
        "RF11 RF7, URGENT",
        "RF12 RF7 RF1, EMERGENCY",
    })
    void saysWhatFollowsFromTheAnswers(String yes, String outcome) {
        List<String> yeses = List.of(yes.split(" "));
        Map<String, Boolean> answers = new HashMap<>();
        questions().forEach(rule -> answers.put(rule.id(), yeses.contains(rule.id())));

        assess(answers, "")
                .then()
                .statusCode(200)
                .body("outcome", equalTo(outcome))
                .body("reasons", hasSize(yeses.size()))
                .body("reasons.id", hasItems(yeses.toArray(String[]::new)))
                .body("unanswered", empty());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysItInTheLanguageAskedFor(Language language) {
        Guidance page = Packaged.guidance("red-flags").in(language);
        var outcome = Packaged.codes()
                .find(VocabularyName.RED_FLAG_OUTCOMES, "EMERGENCY")
                .orElseThrow()
                .in(language);

        assess(Map.of("RF12", true, "RF1", true), "?lang=" + language.code())
                .then()
                .body("title", equalTo(outcome.label()))
                .body("advice", equalTo(outcome.description()))
                .body("reasons.id", contains("RF1", "RF12"))
                .body("reasons.route", contains("EMERGENCY", "BOOK_GP"))
                .body("reasons[0].text", equalTo(text(page, "RF1")))
                .body("reasons[1].text", equalTo(text(page, "RF12")));
        as(tenant)
                .header("Accept-Language", language.code())
                .body("{\"answers\": {\"RF1\": true}}")
                .post(PATH)
                .then()
                .body("title", equalTo(outcome.label()));
    }

    @Test
    void questionsWithoutAnAnswerAreSaidToBeOpen() {
        List<String> ids = questions().stream().map(Rule::id).toList();

        assess(Map.of(), "")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("NONE"))
                .body("unanswered", equalTo(ids));
        assess(Map.of("RF1", false), "").then().body("unanswered", equalTo(ids.subList(1, ids.size())));
    }

    @Test
    void aQuestionThatDoesNotExistIsNamedWithThoseThatDo() {
        List<String> ids = questions().stream().map(Rule::id).toList();

        List<String> allowed = assess(Map.of("RF1", true, "RF99", true), "")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/answers/RF99"))
                .extract()
                .path("errors[0].allowed");
        assertThat(allowed).isEqualTo(ids);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {"answers": {"RF1": null}}       | /answers/RF1
            {"answers": {"": true}}          | /answers/
            {"answers": {"RF1": "yes"}}      | /answers/RF1
            {"answers": {"RF1": 1}}          | /answers/RF1
            {"answers": null}                | /answers
            {}                               | /answers
            {"answer": {"RF1": true}}        | /answer
            {"answers": ["RF1"]}             | /answers
            """)
    void anAnswerIsYesOrNo(String body, String pointer) {
        as(tenant)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void onlyATokenWithScopeAndTenantAsks() {
        for (String token : List.of(TestTokens.of(tenant, "routines:read"), TestTokens.withoutTenant("catalog:read"))) {
            with(token).body("{\"answers\": {}}").post(PATH).then().statusCode(403);
        }
    }

    private Response assess(Map<String, Boolean> answers, String query) {
        return as(tenant).body(Map.of("answers", answers)).post(PATH + query);
    }

    private static List<Rule> questions() {
        return Packaged.guidance("red-flags").items();
    }

    private static String text(Guidance page, String id) {
        return page.items().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static RequestSpecification as(String tenant) {
        return with(TestTokens.of(tenant, "catalog:read"));
    }

    /** A colon in a path goes as it is. */
    private static RequestSpecification with(String token) {
        return Caller.with(token).contentType("application/json").urlEncodingEnabled(false);
    }
}
