package io.limber.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.content.Packaged;
import io.limber.catalog.document.DocumentJson;
import io.limber.catalog.language.Language;
import io.limber.catalog.search.Criteria.Found;
import io.limber.catalog.search.Criteria.Order;
import io.limber.catalog.stretch.Facet;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.vocabulary.VocabularyName;
import io.limber.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Against an oracle that looks through the files one by one: the packaged stretches, copies of them that a tenant owns under other
 * licences, some global ones that the tenant hides, and some that it has replaced.
 */
class SearcherTest {
    private static final long SEED = Long.getLong("limber.seed", System.nanoTime());
    private static final int CASES = Integer.getInteger("limber.cases", 400);
    private static final Set<String> FOR_MONEY = Set.of(
            "CC-BY-4.0",
            "CC0-1.0",
            "CC-BY-3.0",
            "CC-BY-SA-4.0",
            "CC-BY-SA-3.0",
            "Unlicense",
            "Apache-2.0",
            "MIT",
            "LicenseRef-Own");
    private static final Map<Facet, String> FIELDS = Map.of(
            Facet.REGION, "regions",
            Facet.MUSCLE, "muscles",
            Facet.POSITION, "position",
            Facet.EQUIPMENT, "equipment",
            Facet.MOVEMENT, "movementClasses",
            Facet.DIFFICULTY, "difficulty",
            Facet.OFFICE_FIT, "officeFit",
            Facet.KIND, "kind",
            Facet.LICENCE, "licence");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random = new Random(SEED);

    /** What the tenant sees, by id. */
    private final TreeMap<String, JsonNode> seen = new TreeMap<>();

    private final Searcher searcher;

    @BeforeAll
    static void tellSeed() {
        System.out.println("SearcherTest seed " + SEED);
    }

    SearcherTest() {
        List<Stretch> own = new ArrayList<>();
        Set<String> covered = new HashSet<>();
        List<String> licences = Packaged.codes().codes(VocabularyName.LICENCES);
        for (Stretch stretch : Packaged.stretches()) {
            ObjectNode tree = JSON.valueToTree(stretch);
            seen.put(stretch.id(), tree);
            int luck = random.nextInt(10);
            if (luck == 0) {
                covered.add(stretch.id());
                seen.remove(stretch.id());
            } else if (luck < 4) {
                String id = luck == 1 ? stretch.id() : "own-" + stretch.id();
                ObjectNode copy = tree.deepCopy();
                copy.put("id", id).put("licence", licences.get(random.nextInt(licences.size())));
                own.add(DocumentJson.read(copy, Stretch.class));
                covered.add(id);
                seen.put(id, copy);
            }
        }
        searcher = new Searcher(List.of(Indexes.of(true, Packaged.stretches()), Indexes.of(false, own)), covered);
    }

    @Test
    void findsEverythingThatIsSeenAndNothingElse() {
        assertThat(Asking.everything().ids(searcher)).containsExactlyElementsOf(seen.keySet());
    }

    @ParameterizedTest
    @EnumSource(Facet.class)
    void everyCodeOfEveryFacetIsAFilter(Facet facet) {
        for (String code : Packaged.codes().codes(facet.vocabulary())) {
            assertThat(Asking.everything().wanting(facet, Set.of(code)).ids(searcher))
                    .as(code)
                    .isEqualTo(ids(item -> codes(item, facet).contains(code)));
        }
    }

    @Test
    void everyConditionLeavesOutWhatItRulesOut() {
        for (String code : Packaged.codes().codes(VocabularyName.CONTRAINDICATIONS)) {
            List<String> left = ids(item -> !code.equals("RED_FLAG") && !isRuledOut(item, Set.of(code)));

            assertThat(Asking.everything().with(Set.of(code)).ids(searcher))
                    .as(code)
                    .isEqualTo(left);
        }
    }

    @Test
    void combinationsFindWhatFitsAllOfThem() {
        int narrowed = 0;
        for (int turn = 0; turn < CASES; turn++) {
            Asking asking = anything();

            Found found = asking.all(searcher);

            List<String> expected = ids(fits(asking, Set.of()));
            assertThat(found.ids()).as("%s", asking).isEqualTo(expected);
            assertThat(found.total()).isEqualTo(expected.size());
            assertThat(found.next()).isEmpty();
            narrowed += !expected.isEmpty() && expected.size() < seen.size() ? 1 : 0;
        }
        assertThat(narrowed).as("cases that mean something").isGreaterThan(CASES / 4);
    }

    @Test
    void aFacetIsCountedAsIfItWereNotFilteredBy() {
        for (int turn = 0; turn < CASES; turn++) {
            Asking asking = anything().countingAll();

            Found found = asking.all(searcher);

            assertThat(found.counts().keySet()).containsExactlyInAnyOrder(Facet.values());
            for (Facet facet : Facet.values()) {
                Map<String, Integer> expected = new TreeMap<>();
                seen.values().stream()
                        .filter(fits(asking, Set.of(facet)))
                        .flatMap(item -> codes(item, facet).stream())
                        .forEach(code -> expected.merge(code, 1, Integer::sum));
                assertThat(found.counts().get(facet))
                        .as("%s of %s", facet, asking)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void whatIsNotAskedForIsNotCounted() {
        assertThat(Asking.everything().all(searcher).counts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void pagesLeadThroughEverythingOnceInEveryOrder(Order order) {
        for (int turn = 0; turn < CASES / 10; turn++) {
            Language language = Language.values()[random.nextInt(Language.values().length)];
            Asking asking = (turn % 2 == 0 ? anything() : Asking.words(language, "neck shoulder")).by(order, language);
            List<String> all = asking.ids(searcher);

            assertThat(asking.idsByPages(searcher, 1 + random.nextInt(9)))
                    .isEqualTo(all)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void bySecondsTheShortestComesFirstAndEqualOnesByTheirId() {
        List<String> found = Asking.everything().by(Order.SECONDS, Language.EN).ids(searcher);

        List<String> expected = new ArrayList<>(seen.keySet());
        expected.sort((a, b) -> {
            int seconds = Integer.compare(seconds(item(a)), seconds(item(b)));
            return seconds == 0 ? a.compareTo(b) : seconds;
        });
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void byRelevanceWithoutWordsAllAreEqualAndComeByTheirId() {
        assertThat(Asking.everything().by(Order.RELEVANCE, Language.EN).ids(searcher))
                .isSorted();
    }

    @Test
    void filtersDoNotChangeWhatWordsMean() {
        List<String> typed = List.of(
                "neck",
                "nackenschmerzen",
                "neck pain",
                "mal de dos",
                "po",
                "hamstirng",
                "zzzz neck",
                "sitting qqqq",
                "stiff neck");
        for (int turn = 0; turn < CASES / 2; turn++) {
            String words = typed.get(random.nextInt(typed.size()));
            List<String> found = Asking.words(Language.EN, words).ids(searcher);
            Asking asking = anything();

            List<String> narrowed = new Asking(
                            words,
                            Language.EN,
                            asking.wanted(),
                            asking.conditions(),
                            asking.maxSeconds(),
                            asking.commercialUse(),
                            Order.RELEVANCE,
                            Set.of())
                    .ids(searcher);

            assertThat(found).isNotEmpty();
            assertThat(narrowed)
                    .as("%s and %s", words, asking)
                    .isEqualTo(found.stream()
                            .filter(id -> fits(asking, Set.of()).test(item(id)))
                            .toList());
        }
    }

    @Test
    void nothingIsFoundForWhoeverHasAWarningSign() {
        Found found = Asking.everything().with(Set.of("RED_FLAG")).countingAll().all(searcher);

        assertThat(found.ids()).isEmpty();
        assertThat(found.total()).isZero();
        assertThat(found.next()).isEmpty();
        assertThat(found.counts().keySet()).containsExactlyInAnyOrder(Facet.values());
        assertThat(found.counts().values()).allMatch(Map::isEmpty);
        assertThat(Asking.words(Language.EN, "neck")
                        .with(Set.of("RED_FLAG", "GLAUCOMA"))
                        .ids(searcher))
                .isEmpty();
    }

    @Test
    void aPlaceInOneOrderIsRefusedInAnother() {
        for (Order order : Order.values()) {
            Place place = searcher.find(
                            Asking.everything().by(order, Language.DE).page(Optional.empty(), 3))
                    .next()
                    .orElseThrow();

            for (Order other : Order.values()) {
                if (other != order) {
                    assertThatThrownBy(() -> Place.parse(place.text(), other, Language.DE))
                            .as("%s in %s", place.text(), other)
                            .isInstanceOf(ProblemException.class);
                }
            }
            assertThat(Place.parse(place.text(), order, Language.DE)).isEqualTo(place);
        }
        String german = searcher.find(
                        Asking.everything().by(Order.NAME, Language.DE).page(Optional.empty(), 3))
                .next()
                .orElseThrow()
                .text();
        assertThatThrownBy(() -> Place.parse(german, Order.NAME, Language.ES)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aPlaceThatNobodyMadeIsRefused() {
        for (String text : List.of(
                "",
                "|",
                "||",
                "id|",
                "id|x|cat-cow",
                "seconds|soon|cat-cow",
                "name.en|zz|cat-cow",
                "relevance|zz|a",
                "a")) {
            for (Order order : Order.values()) {
                assertThatThrownBy(() -> Place.parse(text, order, Language.EN))
                        .as("%s in %s", text, order)
                        .isInstanceOf(ProblemException.class);
            }
        }
    }

    @Test
    void anIndexGoesOnShowingWhatItShowedWhenItWasMade() {
        StretchIndex before = Indexes.of(true, Packaged.stretches());
        Searcher old = new Searcher(List.of(before), List.of());
        ObjectNode tree = JSON.valueToTree(Packaged.stretch("cat-cow"));
        tree.put("name", "Zebra and gnu");

        StretchIndex.Edit edit = before.edit();
        edit.put(DocumentJson.read(tree, Stretch.class));
        edit.remove("glute-bridge");
        StretchIndex after = edit.done();

        Searcher fresh = new Searcher(List.of(after), List.of());
        assertThat(Asking.words(Language.EN, "zebra").ids(old)).isEmpty();
        assertThat(Asking.words(Language.EN, "zebra").ids(fresh)).containsExactly("cat-cow");
        assertThat(Asking.everything().ids(old))
                .hasSize(Packaged.stretches().size())
                .contains("glute-bridge");
        assertThat(Asking.everything().ids(fresh))
                .hasSize(Packaged.stretches().size() - 1)
                .doesNotContain("glute-bridge")
                .doesNotHaveDuplicates();
    }

    private Asking anything() {
        Asking asking = Asking.everything();
        for (Facet facet : Facet.values()) {
            if (random.nextInt(6) == 0) {
                asking = asking.wanting(facet, some(facet.vocabulary(), 4));
            }
        }
        if (random.nextInt(3) == 0) {
            asking = asking.with(some(VocabularyName.CONTRAINDICATIONS, 3));
        }
        if (random.nextInt(4) == 0) {
            asking = asking.within(random.nextInt(300));
        }
        return random.nextInt(4) == 0 ? asking.forMoney() : asking;
    }

    private Set<String> some(VocabularyName vocabulary, int most) {
        List<String> all = new ArrayList<>(Packaged.codes().codes(vocabulary));
        all.remove("RED_FLAG");
        Set<String> some = new HashSet<>();
        for (int count = 1 + random.nextInt(most); count > 0; count--) {
            some.add(all.get(random.nextInt(all.size())));
        }
        return some;
    }

    private JsonNode item(String id) {
        return Objects.requireNonNull(seen.get(id), id);
    }

    private List<String> ids(Predicate<JsonNode> fits) {
        return seen.entrySet().stream()
                .filter(entry -> fits.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Predicate<JsonNode> fits(Asking asking, Set<Facet> without) {
        return item -> asking.wanted().entrySet().stream()
                        .filter(wanted -> !without.contains(wanted.getKey()))
                        .allMatch(
                                wanted -> codes(item, wanted.getKey()).stream().anyMatch(wanted.getValue()::contains))
                && !isRuledOut(item, asking.conditions())
                && (asking.maxSeconds().isEmpty()
                        || seconds(item) <= asking.maxSeconds().getAsInt())
                && (!asking.commercialUse()
                        || FOR_MONEY.contains(item.path("licence").asText()));
    }

    private static List<String> codes(JsonNode item, Facet facet) {
        JsonNode value = item.path(FIELDS.getOrDefault(facet, ""));
        return value.isArray() ? value.valueStream().map(JsonNode::asText).toList() : List.of(value.asText());
    }

    private static boolean isRuledOut(JsonNode item, Set<String> conditions) {
        return item.path("contraindications")
                .valueStream()
                .anyMatch(one -> conditions.contains(one.path("code").asText())
                        && !one.path("action").asText().equals("MODIFY"));
    }

    /** By the formula of the content's README, from the numbers of the file. */
    private static int seconds(JsonNode item) {
        JsonNode dose = item.path("dose");
        if (dose.isNull() || dose.isMissingNode()) {
            return 0;
        }
        int times = dose.at("/repetitions/default").asInt()
                * dose.at("/sets/default").asInt();
        int each = Math.max(3, dose.at("/holdSeconds/default").asInt());
        int once = times * each + (times - 1) * dose.path("restSeconds").asInt();
        return dose.path("sides").asText().equals("LEFT_AND_RIGHT") ? 2 * once : once;
    }
}
