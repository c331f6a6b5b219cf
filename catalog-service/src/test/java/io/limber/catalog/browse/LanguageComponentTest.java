package io.limber.catalog.browse;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limber.catalog.CatalogTest;
import io.limber.catalog.content.Packaged;
import io.limber.catalog.language.Language;
import io.limber.catalog.stretch.OwnStretches;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.stretch.StretchText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words an answer is in. */
@CatalogTest
class LanguageComponentTest {
    private static final String PATH = "/v1/stretches";
    private static final Duration SOON = Duration.ofSeconds(5);

    private final String tenant = freshTenant();

    @ParameterizedTest
    @EnumSource(Language.class)
    void aStretchIsInTheLanguageAskedFor(Language language) {
        Stretch catCow = Packaged.stretch("cat-cow");
        StretchText text = catCow.in(language).orElseThrow();

        for (var answer : List.of(
                as(tenant).get(PATH + "/cat-cow?lang=" + language.code()),
                as(tenant)
                        .header("Accept-Language", language.code() + "-XX, it;q=0.5")
                        .get(PATH + "/cat-cow"))) {
            answer.then()
                    .statusCode(200)
                    .header("Content-Language", language.code())
                    .body("language", equalTo(language.code()))
                    .body("languages", contains("en", "de", "es", "fr"))
                    .body("name", equalTo(text.name()))
                    .body("aliases", equalTo(text.aliases()))
                    .body("summary", equalTo(text.summary()))
                    .body("start", equalTo(text.start()))
                    .body("steps", equalTo(text.steps()))
                    .body("breathing", equalTo(text.breathing()))
                    .body("cautions.text", equalTo(text.cautions()))
                    .body(
                            "contraindications.reason",
                            equalTo(catCow.contraindications().stream()
                                    .map(one -> text.reasons().get(one.code()))
                                    .toList()));
        }
    }

    @Test
    void whatDecidesIsTheSameInEveryLanguage() {
        List<List<Map<String, Object>>> decisions = Language.codes().stream()
                .map(code -> as(tenant)
                        .get(PATH + "?limit=200&lang=" + code)
                        .jsonPath()
                        .<Map<String, Object>>getList(
                                "items.collect { [id: it.id, seconds: it.seconds, dose: it.dose, regions: it.regions,"
                                        + " codes: it.contraindications.collect { [it.code, it.action] }] }"))
                .toList();

        assertThat(decisions.getFirst()).hasSize(Packaged.stretches().size());
        assertThat(decisions).allSatisfy(one -> assertThat(one).isEqualTo(decisions.getFirst()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    void aListIsInTheLanguageAskedFor(String lang) {
        as(tenant)
                .header("Accept-Language", "es")
                .get(PATH + "?lang=" + lang)
                .then()
                .header("Content-Language", lang)
                .body("items.language", everyItem(equalTo(lang)));
        as(tenant)
                .header("Accept-Language", lang)
                .get(PATH)
                .then()
                .header("Content-Language", lang)
                .body("items.language", everyItem(equalTo(lang)));
    }

    @Test
    void theSameQuestionInTwoLanguagesHasTwoAnswers() {
        String english = as(tenant)
                .header("Accept-Language", "en")
                .get(PATH + "/cat-cow")
                .header("ETag");
        String german = as(tenant)
                .header("Accept-Language", "de")
                .get(PATH + "/cat-cow")
                .header("ETag");

        assertThat(german).isNotEqualTo(english);
        as(tenant)
                .header("Accept-Language", "de")
                .header("If-None-Match", english)
                .get(PATH + "/cat-cow")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest(name = "own words in fr, translated to de; asked for {0}: {1}")
    @CsvSource({
        "fr, fr, Notre étirement",
        "de, de, Unsere Dehnung",
        "es, fr, Notre étirement",
        "en, fr, Notre étirement"
    })
    void aTenantsOwnStretchThatIsNotTranslatedComesAsItWasWritten(String asked, String shown, String name)
            throws JsonProcessingException {
        StretchText german = Packaged.stretch("cat-cow").in(Language.DE).orElseThrow();
        String translated = new ObjectMapper()
                .writeValueAsString(Map.of(
                        "de",
                        new StretchText(
                                "Unsere Dehnung",
                                german.aliases(),
                                german.summary(),
                                german.start(),
                                german.steps(),
                                german.breathing(),
                                german.cautions(),
                                german.reasons())));
        OwnStretches.put(
                tenant,
                "own-french",
                "{\"language\": \"fr\", \"name\": \"Notre étirement\", \"translations\": " + translated + "}");

        await().atMost(SOON)
                .untilAsserted(() -> as(tenant)
                        .header("Accept-Language", asked)
                        .get(PATH + "/own-french")
                        .then()
                        .statusCode(200)
                        .header("Content-Language", shown)
                        .body("language", equalTo(shown))
                        .body("languages", contains("fr", "de"))
                        .body("name", equalTo(name)));
        as(tenant)
                .get(PATH + "?limit=200&lang=" + asked)
                .then()
                .header("Content-Language", asked)
                .body("items.find { it.id == 'own-french' }.language", equalTo(shown))
                .body("items.find { it.id == 'own-french' }.name", equalTo(name))
                .body("items.find { it.id == 'glute-bridge' }.language", equalTo(asked));
        as(tenant).get(PATH + "/own-french/figure.svg?lang=" + asked).then().statusCode(406);
        as(tenant)
                .accept("image/svg+xml")
                .get(PATH + "/own-french/figure.svg?lang=" + asked)
                .then()
                .header("Content-Language", shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PATH,
                PATH + "/cat-cow",
                "/v1/guidance",
                "/v1/guidance/red-flags",
                "/v1/vocabularies",
                "/v1/vocabularies/regions"
            })
    void aLanguageThatWeDoNotSpeakIsRefusedEverywhere(String path) {
        as(tenant)
                .get(path + "?lang=it")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("lang"))
                .body("errors[0].allowed", hasItems("en", "de", "es", "fr"));
        as(tenant)
                .header("Accept-Language", "it")
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Language", "en");
    }
}
