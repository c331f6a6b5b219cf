package io.limber.catalog.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limber.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageChoiceTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            null                                 | EN
            ''                                   | EN
            de                                   | DE
            DE                                   | DE
            de-CH                                | DE
            de-DE,de;q=0.9,en;q=0.8              | DE
            en-GB, de                            | EN
            en;q=0.1, fr;q=0.9                   | FR
            pt, es;q=0.8, en;q=0.5               | ES
            es-419                               | ES
            fr-CA, en;q=0.5                      | FR
            it                                   | EN
            zh-Hant-TW, ja                       | EN
            *                                    | EN
            *, fr;q=0.5                          | FR
            de;q=0, fr;q=0.1                     | FR
            de;q=0                               | EN
            fr ; q=0.3 , de ; q=0.7              | DE
            ;;;                                  | EN
            de;q=high                            | EN
            de_CH                                | EN
            """)
    void takesWhatTheReaderLikesBestOfWhatWeSpeak(@Nullable String header, Language language) {
        assertThat(LanguageChoice.of(null, header)).isEqualTo(language);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsAskedForByNameGoesBeforeTheHeader(Language language) {
        assertThat(LanguageChoice.of(language.code(), "de, fr;q=0.9, es;q=0.8, en;q=0.7"))
                .isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "DE", "de-CH", "", "deutsch"})
    void aLanguageThatWeDoNotSpeakIsRefusedWithThoseThatWeDo(String lang) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> LanguageChoice.of(lang, "fr"));

        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo("lang");
            assertThat(error.allowed()).containsExactly("en", "de", "es", "fr");
        });
    }

    @Test
    void aHeaderOfAThousandLanguagesIsNotRead() {
        assertThat(LanguageChoice.of(null, "de, " + "xx, ".repeat(1000))).isEqualTo(Language.FALLBACK);
    }
}
