package io.limber.catalog.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.limber.catalog.content.Packaged;
import io.limber.catalog.language.Language;
import io.limber.catalog.safety.StretchCheck.Checked;
import io.limber.catalog.safety.StretchCheck.Reason;
import io.limber.catalog.safety.StretchCheck.Verdict;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.stretch.StretchText;
import io.limber.catalog.vocabulary.VocabularyName;
import io.limber.contracts.Contraindication.Action;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against the files of the content, of which each line is read as it stands. */
class StretchCheckTest {
    private static final long SEED = Long.getLong("limber.seed", System.nanoTime());
    private static final int CASES = Integer.getInteger("limber.cases", 5000);
    private static final String RED_FLAG = "RED_FLAG";
    private static final String WARNING = "Be seen first.";

    /** By stretch and condition what its file says: AVOID, CLINICIAN or MODIFY. */
    private static final Map<String, Map<String, String>> WRITTEN = written();

    private static final List<Stretch> STRETCHES = Packaged.stretches();
    private static final List<String> CODES = Packaged.codes().codes(VocabularyName.CONTRAINDICATIONS);

    private final Random random = new Random(SEED);

    @BeforeAll
    static void tellSeed() {
        System.out.println("StretchCheckTest seed " + SEED);
    }

    @Test
    void everyConditionAloneAsksOfEveryStretchForWhatItsFileSays() {
        int asked = 0;
        for (Stretch stretch : STRETCHES) {
            for (String code : CODES) {
                Checked checked = check(stretch, Set.of(code));

                String written =
                        code.equals(RED_FLAG) ? "AVOID" : written(stretch).getOrDefault(code, "");
                assertThat(checked.verdict())
                        .as("%s with %s", stretch.id(), code)
                        .isEqualTo(
                                switch (written) {
                                    case "AVOID", "CLINICIAN" -> Verdict.AVOID;
                                    case "MODIFY" -> Verdict.MODIFY;
                                    default -> Verdict.ALLOWED;
                                });
                assertThat(checked.clinicianMayAllow()).isEqualTo(written.equals("CLINICIAN"));
                asked += written.isEmpty() ? 0 : 1;
            }
        }
        assertThat(asked).as("entries of the files").isGreaterThan(1000);
    }

    @Test
    void theStrictestOfAPersonsConditionsDecidesAndNoneIsOutweighed() {
        for (int turn = 0; turn < CASES; turn++) {
            Stretch stretch = STRETCHES.get(random.nextInt(STRETCHES.size()));
            Set<String> conditions = someConditions();

            Checked checked = check(stretch, conditions);

            List<String> written = conditions.stream()
                    .map(code ->
                            code.equals(RED_FLAG) ? "AVOID" : written(stretch).getOrDefault(code, ""))
                    .filter(action -> !action.isEmpty())
                    .toList();
            boolean isForbidden = written.contains("AVOID") || written.contains("CLINICIAN");
            assertThat(checked.verdict())
                    .as("%s with %s", stretch.id(), conditions)
                    .isEqualTo(isForbidden ? Verdict.AVOID : written.isEmpty() ? Verdict.ALLOWED : Verdict.MODIFY);
            assertThat(checked.clinicianMayAllow())
                    .as("%s with %s", stretch.id(), conditions)
                    .isEqualTo(isForbidden && !written.contains("AVOID"));
            assertThat(checked.reasons().stream().map(Reason::action).map(Action::name))
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void anotherConditionNeverLoosensAnything() {
        for (int turn = 0; turn < CASES; turn++) {
            Stretch stretch = STRETCHES.get(random.nextInt(STRETCHES.size()));
            Set<String> fewer = someConditions();
            Set<String> more = new HashSet<>(fewer);
            more.addAll(someConditions());

            Checked before = check(stretch, fewer);
            Checked after = check(stretch, more);

            assertThat(after.verdict()).isGreaterThanOrEqualTo(before.verdict());
            assertThat(after.reasons()).containsAll(before.reasons());
            if (before.verdict() == Verdict.AVOID && !before.clinicianMayAllow()) {
                assertThat(after.clinicianMayAllow()).isFalse();
            }
        }
    }

    @Test
    void everyReasonIsInTheWordsOfTheFileWithItsSourcesAndTheStrictestComeFirst() {
        for (Stretch stretch : STRETCHES) {
            JsonNode file = Packaged.file("stretches/" + stretch.id() + ".yaml");
            Checked checked = check(stretch, Set.copyOf(CODES));

            Reason first = checked.reasons().getFirst();
            assertThat(first.code()).isEqualTo(RED_FLAG);
            assertThat(first.reason()).isEqualTo(WARNING);
            assertThat(checked.reasons()).isSortedAccordingTo((a, b) -> strictness(a) - strictness(b));
            for (Reason reason : checked.reasons().subList(1, checked.reasons().size())) {
                JsonNode entry = file.path("contraindications")
                        .valueStream()
                        .filter(one -> one.path("code").asText().equals(reason.code()))
                        .findFirst()
                        .orElseThrow();
                assertThat(reason.reason()).isEqualTo(entry.path("reason").asText());
                assertThat(reason.sources())
                        .isEqualTo(entry.path("sources")
                                .valueStream()
                                .map(JsonNode::asText)
                                .toList());
            }
        }
    }

    @Test
    void theVerdictDoesNotDependOnTheLanguageAndItsWordsDo() {
        for (Stretch stretch : STRETCHES) {
            Set<String> conditions = new HashSet<>(CODES);
            conditions.remove(RED_FLAG);
            Checked english = check(stretch, conditions);
            for (Language language : Language.translations()) {
                StretchText text = stretch.in(language).orElseThrow();

                Checked translated = StretchCheck.check(stretch, text, conditions, WARNING);

                assertThat(translated.verdict()).isEqualTo(english.verdict());
                assertThat(translated.clinicianMayAllow()).isEqualTo(english.clinicianMayAllow());
                assertThat(translated.name()).isEqualTo(text.name());
                assertThat(translated.reasons())
                        .extracting(Reason::code)
                        .isEqualTo(english.reasons().stream().map(Reason::code).toList());
                assertThat(translated.reasons())
                        .allSatisfy(reason -> assertThat(reason.reason())
                                .isEqualTo(text.reasons().get(reason.code())));
            }
        }
    }

    @Test
    void withoutConditionsEverythingIsAllowed() {
        assertThat(STRETCHES).allSatisfy(stretch -> {
            Checked checked = check(stretch, Set.of());
            assertThat(checked.verdict()).isEqualTo(Verdict.ALLOWED);
            assertThat(checked.clinicianMayAllow()).isFalse();
            assertThat(checked.reasons()).isEmpty();
        });
    }

    private Set<String> someConditions() {
        Set<String> some = new HashSet<>();
        for (int count = random.nextInt(6); count > 0; count--) {
            // Everything is forbidden to whoever has a warning sign, so it is drawn seldom.
            String code = CODES.get(random.nextInt(CODES.size()));
            if (!code.equals(RED_FLAG) || random.nextInt(10) == 0) {
                some.add(code);
            }
        }
        return some;
    }

    private static Checked check(Stretch stretch, Set<String> conditions) {
        return StretchCheck.check(stretch, stretch.shownIn(Language.EN), conditions, WARNING);
    }

    private static int strictness(Reason reason) {
        return List.of("AVOID", "CLINICIAN", "MODIFY").indexOf(reason.action().name());
    }

    private static Map<String, String> written(Stretch stretch) {
        return Objects.requireNonNull(WRITTEN.get(stretch.id()), stretch.id());
    }

    private static Map<String, Map<String, String>> written() {
        Map<String, Map<String, String>> all = new HashMap<>();
        Packaged.stretchFiles().forEach((id, file) -> {
            Map<String, String> own = new HashMap<>();
            file.path("contraindications")
                    .forEach(one -> own.put(
                            one.path("code").asText(), one.path("action").asText()));
            all.put(id, own);
        });
        return all;
    }
}
