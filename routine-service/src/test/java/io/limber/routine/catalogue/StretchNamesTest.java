package io.limber.routine.catalogue;

import static io.limber.routine.Stretches.stretch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.limber.contracts.StretchAdapted;
import io.limber.contracts.StretchWords;
import io.limber.routine.Stretches;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StretchNamesTest {
    private static final Stretches CAT_COW = stretch("cat-cow")
            .named("Cat-cow")
            .translated("de", "Katze und Kuh")
            .translated("fr", "Chat-vache");

    @Test
    void areThoseOfTheCatalogueInEachLanguage() {
        StretchNames names = StretchNames.of(CAT_COW.published(), null);

        assertThat(names.inEnglish()).isEqualTo("Cat-cow");
        assertThat(names.byLanguage())
                .containsExactly(entry("de", "Katze und Kuh"), entry("en", "Cat-cow"), entry("fr", "Chat-vache"));
    }

    @Test
    void thoseOfTheTenantStandInFront() {
        StretchNames names = StretchNames.of(
                CAT_COW.published(),
                adaptation(Map.of("de", words("Katzenbuckel"), "en", words("Arch and round"), "es", words("Gato"))));

        assertThat(names.inEnglish()).isEqualTo("Arch and round");
        assertThat(names.byLanguage())
                .containsExactly(
                        entry("de", "Katzenbuckel"),
                        entry("en", "Arch and round"),
                        entry("es", "Gato"),
                        entry("fr", "Chat-vache"));
    }

    @Test
    void wordsWithoutANameLeaveItAsItIs() {
        StretchNames names =
                StretchNames.of(CAT_COW.published(), adaptation(Map.of("de", words(null), "en", words(" "))));

        assertThat(names).isEqualTo(StretchNames.of(CAT_COW.published(), null));
    }

    @Test
    void aStretchWithoutAnEnglishNameHasItsOwn() {
        StretchNames names =
                StretchNames.of(stretch("own").in("de").named("Bürodehnung").published(), null);

        assertThat(names.inEnglish()).isEqualTo("Bürodehnung");
        assertThat(names.byLanguage()).containsExactly(entry("de", "Bürodehnung"));
    }

    @Test
    void aTranslationIntoEnglishIsTheEnglishName() {
        StretchNames names = StretchNames.of(
                stretch("own")
                        .in("de")
                        .named("Bürodehnung")
                        .translated("en", "Desk stretch")
                        .published(),
                null);

        assertThat(names.inEnglish()).isEqualTo("Desk stretch");
    }

    private static StretchAdapted adaptation(Map<String, StretchWords> wording) {
        return new StretchAdapted("cat-cow", 1, false, wording);
    }

    private static StretchWords words(@Nullable String name) {
        return new StretchWords(name, null, null, null, null, null, null, null);
    }
}
