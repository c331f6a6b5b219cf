package io.limber.catalog.browse;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.limber.catalog.CatalogTest;
import io.limber.catalog.content.Packaged;
import io.limber.catalog.language.Language;
import io.limber.catalog.stretch.Facet;
import io.limber.catalog.stretch.Stretch;
import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a list of stretches can be asked for beside filters: words, order, fields, counts, pages. */
@CatalogTest
class StretchListComponentTest {
    private static final String PATH = "/v1/stretches";

    private final String tenant = freshTenant();

    @Test
    void onlyTheFieldsAskedForComeAndTheIdAlways() {
        as(tenant)
                .get(PATH + "?fields=name,seconds&limit=3")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.collect { it.keySet() }", everyItem(containsInAnyOrder("id", "name", "seconds")));
        as(tenant).get(PATH + "?fields=id&limit=1").then().body("items[0].keySet()", contains("id"));
        as(tenant)
                .get(PATH + "?fields=name&fields=figure&limit=1")
                .then()
                .body("items[0].keySet()", containsInAnyOrder("id", "name", "figure"));
    }

    @Test
    void everyFieldCanBeAskedForAloneAndIsAsInTheWhole() {
        Map<String, Object> whole = as(tenant).get(PATH + "/cat-cow").jsonPath().getMap("$");

        for (Map.Entry<String, Object> field : whole.entrySet()) {
            Map<String, Object> alone = as(tenant)
                    .get(PATH + "?q=cat-cow&limit=1&fields=" + field.getKey())
                    .jsonPath()
                    .getMap("items[0]");

            assertThat(alone).containsEntry("id", "cat-cow").containsEntry(field.getKey(), field.getValue());
            assertThat(alone).hasSize(field.getKey().equals("id") ? 1 : 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fields=nme", "fields=name,nme", "fields=", "fields=name,"})
    void anUnknownFieldIsRefusedWithAllThatThereAre(String query) {
        List<String> fields = List.copyOf(as(tenant)
                .get(PATH + "/cat-cow")
                .jsonPath()
                .<String, Object>getMap("$")
                .keySet());

        as(tenant)
                .get(PATH + "?" + query)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("fields"))
                .body("errors[0].allowed", containsInAnyOrder(fields.toArray()));
    }

    @ParameterizedTest(name = "?{0}")
    @CsvSource(delimiter = '|', textBlock = """
            sort=best           | sort    | relevance
            sort=NAME           | sort    | name
            facets=colour       | facets  | region
            facets=region,x     | facets  | officeFit
            commercialUse=maybe | commercialUse | true
            licence=GPL         | licence | CC-BY-4.0
            """)
    void whatIsNotAllowedIsRefusedWithWhatIs(String query, String parameter, String allowed) {
        as(tenant)
                .get(PATH + "?" + query)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(parameter))
                .body("errors[0].allowed", hasItem(allowed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=a&q=b",
                "sort=id&sort=name",
                "limit=1&limit=2",
                "maxSeconds=1&maxSeconds=2",
                "commercialUse=true&commercialUse=true",
                "lang=de&lang=fr",
                "cursor=MTppZHx8YQ&cursor=MTppZHx8Yg"
            })
    void whatCanOnlyBeMeantOnceIsRefusedTwice(String query) {
        as(tenant)
                .get(PATH + "?" + query)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(query.substring(0, query.indexOf('='))))
                .body("errors[0].message", equalTo("may be given once"));
    }

    @Test
    void wordsHaveAtMostTwoHundredCharacters() {
        as(tenant)
                .queryParam("q", "x".repeat(200))
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", empty());
        as(tenant)
                .queryParam("q", "x".repeat(201))
                .get(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("q"))
                .body("errors[0].message", containsString("200"));
    }

    @Test
    void wordsComeByRelevanceAndEverythingElseByIdUnlessAnotherOrderIsAskedFor() {
        String first = as(tenant).get(PATH + "?q=neck turn").path("items[0].id");
        List<String> byId = as(tenant).get(PATH + "?q=neck turn&sort=id").path("items.id");
        List<String> bySeconds =
                as(tenant).get(PATH + "?sort=seconds&limit=200").path("items.id");
        List<Integer> seconds = as(tenant).get(PATH + "?sort=seconds&limit=200").path("items.seconds");

        assertThat(first).isEqualTo("neck-rotation");
        assertThat(byId).isSorted().contains("neck-rotation");
        assertThat(seconds).isSorted();
        assertThat(bySeconds).hasSize(Packaged.stretches().size());
        assertThat(as(tenant).get(PATH + "?limit=200").jsonPath().<String>getList("items.id"))
                .isSorted();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void byNameMeansByTheNamesThatAreShown(Language language) {
        List<String> names = as(tenant)
                .get(PATH + "?limit=200&sort=name&lang=" + language.code())
                .path("items.name");

        Collator alphabet = Collator.getInstance(language.locale());
        alphabet.setStrength(Collator.SECONDARY);
        assertThat(names).hasSize(Packaged.stretches().size()).isSortedAccordingTo(alphabet::compare);
    }

    @Test
    void theTotalIsOfAllPages() {
        int all = Packaged.stretches().size();

        as(tenant).get(PATH + "?limit=1").then().body("total", is(all)).body("items", hasSize(1));
        as(tenant).get(PATH + "?limit=200").then().body("total", is(all)).body("items", hasSize(all));
        as(tenant).get(PATH + "?q=zzzzqq").then().body("total", is(0)).body("items", empty());
        long necks = Packaged.stretches().stream()
                .filter(stretch -> stretch.regions().contains("neck"))
                .count();
        as(tenant).get(PATH + "?region=neck&limit=2").then().body("total", is((int) necks));
    }

    @ParameterizedTest
    @EnumSource(Facet.class)
    void aFacetIsCountedInTheOrderOfItsVocabularyWithLabelsInTheLanguageRead(Facet facet) {
        Map<String, Long> counts = Packaged.stretches().stream()
                .flatMap(stretch -> facet.codes(stretch).stream())
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
        for (Language language : Language.values()) {
            Response found = as(tenant).get(PATH + "?limit=1&facets=" + facet.parameter() + "&lang=" + language.code());

            List<Map<String, Object>> counted = found.jsonPath().getList("facets." + facet.parameter());
            assertThat(counted)
                    .isEqualTo(Packaged.codes().of(facet.vocabulary()).stream()
                            .filter(term -> counts.containsKey(term.code()))
                            .map(term -> Map.of(
                                    "code",
                                    term.code(),
                                    "label",
                                    term.in(language).label(),
                                    "count",
                                    Objects.requireNonNull(counts.get(term.code()))
                                            .intValue()))
                            .toList());
        }
    }

    @Test
    void aFilterDoesNotNarrowItsOwnCounts() {
        int officeNeck = count(stretch ->
                stretch.regions().contains("neck") && stretch.officeFit().equals("DESK"));
        int office = count(stretch ->
                stretch.officeFit().equals("DESK") && stretch.regions().contains("lower-back"));

        as(tenant)
                .get(PATH + "?region=neck&officeFit=DESK&facets=region,officeFit")
                .then()
                .body("total", is(officeNeck))
                .body("facets.region.find { it.code == 'lower-back' }.count", is(office))
                .body("facets.officeFit.find { it.code == 'DESK' }.count", is(officeNeck));
    }

    @Test
    void whatIsNotCountedIsNotShown() {
        as(tenant).get(PATH).then().body("$", not(hasKey("facets")));
        as(tenant).get(PATH + "?facets=kind").then().body("facets.keySet()", contains("kind"));
        as(tenant)
                .get(PATH + "?facets=kind,region&excluding=RED_FLAG")
                .then()
                .body("total", is(0))
                .body("facets.kind", empty())
                .body("facets.region", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=name&lang=de",
                "sort=seconds",
                "sort=relevance",
                "sort=id&region=neck,shoulder",
                "q=back",
                "q=back%20pain&excluding=GLAUCOMA",
                "q=back%26%2B%7Bneck%7D%25%C3%BC&sort=name",
                "q=neck&fields=name&facets=region",
            })
    void aPageLeadsToTheNextOneWithEverythingThatWasAskedFor(String query) {
        Response whole = as(tenant).urlEncodingEnabled(false).get(PATH + "?limit=200&" + query);
        List<String> expected = whole.jsonPath().getList("items.id");

        List<String> seen = new ArrayList<>();
        String path = PATH + "?limit=3&" + query;
        while (path != null) {
            Response page = as(tenant).urlEncodingEnabled(false).get(path);
            page.then().statusCode(200).body("total", is(expected.size()));
            assertThat(page.jsonPath().<Object>get("items[0]"))
                    .isEqualTo(whole.jsonPath().get("items[" + seen.size() + "]"));
            seen.addAll(page.jsonPath().getList("items.id"));
            path = next(page, query);
        }

        assertThat(seen).isEqualTo(expected).hasSizeGreaterThan(3);
    }

    /** Where the Link leads, which is where the cursor leads. */
    private static @Nullable String next(Response page, String query) {
        String link = page.header("Link");
        if (link == null) {
            page.then().body("next", nullValue());
            return null;
        }
        assertThat(link).startsWith("<" + PATH + "?").endsWith(">; rel=\"next\"");
        String path = link.substring(1, link.indexOf('>'));
        assertThat(asked(path)).containsAll(asked(PATH + "?limit=3&" + query)).contains("cursor=" + page.path("next"));
        return path;
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        String byRelevance = as(tenant).get(PATH + "?q=back&limit=1").path("next");
        String byName = as(tenant).get(PATH + "?sort=name&limit=1&lang=de").path("next");

        for (String query : List.of(
                "sort=name&cursor=" + byRelevance,
                "sort=seconds&cursor=" + byRelevance,
                "cursor=" + byRelevance,
                "sort=name&lang=fr&cursor=" + byName,
                "q=back&cursor=" + byName)) {
            as(tenant).get(PATH + "?" + query).then().statusCode(400).body("errors.pointer", contains("cursor"));
        }
        as(tenant).get(PATH + "?sort=name&lang=de&cursor=" + byName).then().statusCode(200);
    }

    @Test
    void onlyWhatMayBeUsedForMoneyIsFoundForWhoAsksForIt() {
        as(tenant)
                .get(PATH + "?commercialUse=true&limit=200")
                .then()
                .body("total", is(count(stretch -> stretch.licence().equals("CC-BY-4.0"))));
        as(tenant).get(PATH + "?licence=CC-BY-NC-4.0").then().body("total", is(0));
        as(tenant)
                .get(PATH + "?commercialUse=false")
                .then()
                .body("total", is(Packaged.stretches().size()));
    }

    private static int count(Predicate<Stretch> fits) {
        return (int) Packaged.stretches().stream().filter(fits).count();
    }

    private static Set<String> asked(String path) {
        return Set.of(URI.create(path).getRawQuery().split("&")).stream()
                .map(one -> URLDecoder.decode(one, StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
    }
}
