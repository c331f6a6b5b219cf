package io.limber.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.catalog.content.Packaged;
import io.limber.catalog.language.Language;
import io.limber.catalog.search.Criteria.Order;
import io.limber.catalog.stretch.Stretch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By name means by the alphabet of the language that is read. */
class NameOrderTest {
    private static final long SEED = Long.getLong("limber.seed", System.nanoTime());

    @BeforeAll
    static void tellSeed() {
        System.out.println("NameOrderTest seed " + SEED);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            EN | arm, Arm swing, back, Calf, neck, Zigzag
            DE | Ähre, Arm, Ärmel, Ball, Ofen, Öl, Straße, Strasser, Übung, Unterarm, Zeh
            ES | Ala, Árbol, Arco, Nudo, Nuez, Ñandú, Oso, Último, Uno, Zona
            FR | Bras, Cercle, Cou, Écart, Épaule, Épaules, Étirement, Fesses, Œil, Ouvert, Zone
            """)
    void namesAreInTheOrderOfTheAlphabet(Language language, String names) {
        List<String> ordered = List.of(names.split(", "));
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(SEED));
        List<Stretch> stretches = new ArrayList<>();
        for (int index = 0; index < shuffled.size(); index++) {
            stretches.add(Indexes.named("own-" + index, language, shuffled.get(index)));
        }
        Searcher searcher = new Searcher(List.of(Indexes.of(false, stretches)), List.of());

        List<String> found = Asking.everything().by(Order.NAME, language).ids(searcher).stream()
                .map(id -> shuffled.get(Integer.parseInt(id.substring("own-".length()))))
                .toList();

        assertThat(found).isEqualTo(ordered);
    }

    @Test
    void theSameStretchesAreInAnotherOrderInAnotherLanguage() {
        Searcher searcher = new Searcher(List.of(Indexes.of(true, Packaged.stretches())), List.of());

        List<String> english = Asking.everything().by(Order.NAME, Language.EN).ids(searcher);
        List<String> german = Asking.everything().by(Order.NAME, Language.DE).ids(searcher);

        // Ankle on knee, Butterfly, Cat-cow, Open arms, Side bend; Katze und Kuh, Offene Arme, Schmetterling,
        // Seitbeuge.
        assertThat(english)
                .containsSubsequence(
                        "seated-figure-four", "butterfly", "cat-cow", "arms-back-chest", "standing-side-bend");
        assertThat(german).containsSubsequence("cat-cow", "arms-back-chest", "butterfly", "standing-side-bend");
    }

    @Test
    void whatIsNotTranslatedStandsUnderItsOwnName() {
        Searcher searcher = new Searcher(
                List.of(Indexes.of(
                        false,
                        List.of(
                                Indexes.named("own-a", Language.DE, "Ähre"),
                                Indexes.named("own-b", Language.FR, "Bras"),
                                Indexes.named("own-c", Language.EN, "Calf")))),
                List.of());

        assertThat(Asking.everything().by(Order.NAME, Language.ES).ids(searcher))
                .containsExactly("own-a", "own-b", "own-c");
    }
}
