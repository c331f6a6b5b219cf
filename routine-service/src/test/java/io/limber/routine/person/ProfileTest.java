package io.limber.routine.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import io.limber.routine.Zones;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires", "Australia/Lord_Howe"})
    void acceptsRegions(String zone) {
        assertThat(Zones.parse("/zone", zone).getId()).isEqualTo(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "-05", "UTC+2", "GMT+01:00", "Z"})
    void refusesOffsetsAndSaysWhy(String zone) {
        assertThat(mistake(() -> Zones.parse("/zone", zone)))
                .isEqualTo(
                        new FieldError(
                                "/zone",
                                "An offset from UTC knows no daylight saving. Send an IANA region, for example 'Europe/Berlin'."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Europe/Belin | 'Europe/Belin' is not a known IANA time zone, for example 'Europe/Berlin'.",
                "europe/berlin | 'europe/berlin' is not a known IANA time zone; did you mean 'Europe/Berlin'?",
                "CEST | 'CEST' is not a known IANA time zone, for example 'Europe/Berlin'."
            })
    void refusesWhatIsNoZone(String zone, String message) {
        assertThat(mistake(() -> Zones.parse("/zone", zone)).message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({"en,en", "de-at,de-AT", "zh-Hant-TW,zh-Hant-TW"})
    void acceptsLanguageTags(String tag, String canonical) {
        assertThat(Languages.parse("/locale", tag).toLanguageTag()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en_US", "e", "und", "x-private", "english language"})
    void refusesWhatIsNoLanguageTag(String tag) {
        assertThat(mistake(() -> Languages.parse("/locale", tag)).pointer()).isEqualTo("/locale");
    }

    @Test
    void namesEachUnknownExclusionAndTheKnownOnes() {
        FieldError mistake = mistake(() -> Exclusions.parse(List.of("GLAUCOMA", "COLD_FEET")));

        assertThat(mistake.pointer()).isEqualTo("/exclusions/1");
        assertThat(mistake.allowed()).contains("GLAUCOMA", "RED_FLAG");
        assertThat(mistake.message()).doesNotContain("COLD_FEET");
    }

    @Test
    void keepsHealthDataOutOfTexts() {
        Exclusions exclusions = Exclusions.parse(List.of("GLAUCOMA"));
        DescribePerson command = new DescribePerson("UTC", "en", List.of("GLAUCOMA"));
        PersonView view = new PersonView(new PersonId("p"), 1, "UTC", "en", List.of("GLAUCOMA"));

        assertThat(exclusions + " " + command + " " + view + " " + Profile.of(command))
                .doesNotContain("GLAUCOMA");
    }

    private static FieldError mistake(ThrowingCallable call) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, call);
        assertThat(problem).isNotNull();
        assertThat(problem.code().status()).isEqualTo(400);
        return problem.errors().getFirst();
    }
}
