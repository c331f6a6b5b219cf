package io.limber.routine.safety;

import static io.limber.contracts.Contraindication.Action.AVOID;
import static io.limber.contracts.Contraindication.Action.CLINICIAN;
import static io.limber.contracts.Contraindication.Action.MODIFY;
import static io.limber.routine.Stretches.stretch;
import static org.assertj.core.api.Assertions.assertThat;

import io.limber.contracts.Contraindication;
import io.limber.routine.Stretches;
import io.limber.routine.catalogue.Stretch;
import io.limber.routine.catalogue.StretchId;
import io.limber.routine.catalogue.TestStretches;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuitabilityTest {
    private static final String SCIATICA = "RADICULOPATHY";

    @Test
    void suitsWhoHasNoExclusion() {
        AtomicBoolean asked = new AtomicBoolean();

        Verdict verdict = Suitability.forSomebodyWith(Set.of())
                .of(stretches(stretch("a").against(SCIATICA, AVOID)), () -> {
                    asked.set(true);
                    return List.of();
                });

        assertThat(verdict.suits()).isTrue();
        assertThat(verdict.advice()).isEmpty();
        assertThat(asked).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"AVOID", "CLINICIAN"})
    void refusesWhatIsToAvoidOrNeedsAClinician(Contraindication.Action action) {
        Verdict verdict = verdict(Set.of(SCIATICA), stretch("a").against(SCIATICA, action), stretch("b"));

        assertThat(verdict.clashes())
                .containsExactly(new Clash(new StretchId("a"), SCIATICA, action, "Because of RADICULOPATHY.", null));
    }

    @Test
    void allowsAChangedFormAndSaysWhich() {
        Verdict verdict = verdict(Set.of(SCIATICA), stretch("a").against(SCIATICA, MODIFY));

        assertThat(verdict.suits()).isTrue();
        assertThat(verdict.advice())
                .containsExactly(new Advice(new StretchId("a"), SCIATICA, "Because of RADICULOPATHY."));
    }

    @Test
    void namesEachCodeThatClashes() {
        Verdict verdict = verdict(
                Set.of(SCIATICA, "OSTEOPOROSIS", "GLAUCOMA"),
                stretch("a")
                        .against(SCIATICA, CLINICIAN)
                        .against("OSTEOPOROSIS", AVOID)
                        .against("KNEE_INJURY", AVOID)
                        .against("GLAUCOMA", MODIFY));

        assertThat(verdict.clashes()).extracting(Clash::code).containsExactly(SCIATICA, "OSTEOPOROSIS");
        assertThat(verdict.advice()).extracting(Advice::code).containsExactly("GLAUCOMA");
    }

    @Test
    void aRedFlagRulesOutEverythingAndNothingStandsIn() {
        Verdict verdict = Suitability.forSomebodyWith(Set.of("RED_FLAG"))
                .of(stretches(stretch("a"), stretch("b")), () -> stretches(stretch("c")));

        assertThat(verdict.clashes()).extracting(Clash::code).containsExactly("RED_FLAG", "RED_FLAG");
        assertThat(verdict.clashes()).extracting(Clash::instead).containsOnlyNulls();
    }

    @Test
    void offersWhatSharesARegionAndSuits() {
        assertThat(instead(
                        stretch("neck").regions("neck"),
                        stretch("too-unsafe").against(SCIATICA, CLINICIAN),
                        stretch("fits").against(SCIATICA, MODIFY)))
                .isEqualTo("fits");
    }

    @Test
    void offersNothingWhenNothingFits() {
        assertThat(instead(stretch("neck").regions("neck"), stretch("unsafe").against(SCIATICA, AVOID)))
                .isNull();
    }

    @Test
    void offersNothingThatIsInTheRoutineAlready() {
        assertThat(instead(stretch("clashing"), stretch("beside"))).isNull();
    }

    @Test
    void aHabitDoesNotStandInForAStretch() {
        assertThat(instead(stretch("walk").kind("HABIT"))).isNull();
    }

    @Test
    void prefersTheSameKindToTheSamePosition() {
        assertThat(instead(
                        stretch("a-same-position").kind("DYNAMIC"),
                        stretch("b-same-kind").position("standing")))
                .isEqualTo("b-same-kind");
    }

    @Test
    void prefersTheSamePositionToMoreRegions() {
        assertThat(instead(
                        stretch("a-more-regions").position("standing").regions("lower-back", "glute"),
                        stretch("b-same-position")))
                .isEqualTo("b-same-position");
    }

    @Test
    void prefersMoreRegionsThenLessToHeedThenTheFirstById() {
        assertThat(instead(stretch("a"), stretch("b").regions("glute", "lower-back")))
                .isEqualTo("b");
        assertThat(instead(stretch("a").against(SCIATICA, MODIFY), stretch("b")))
                .isEqualTo("b");
        assertThat(instead(stretch("b"), stretch("a"))).isEqualTo("a");
    }

    @Test
    void neverShowsACodeAsText() {
        Verdict verdict = verdict(
                Set.of(SCIATICA, "GLAUCOMA"),
                stretch("a").against(SCIATICA, AVOID).against("GLAUCOMA", MODIFY));

        assertThat(verdict.toString()).doesNotContain(SCIATICA).doesNotContain("GLAUCOMA");
    }

    private static Verdict verdict(Set<String> exclusions, Stretches... routine) {
        return Suitability.forSomebodyWith(exclusions).of(stretches(routine), List::of);
    }

    /** Stands in for 'clashing' (lower back and glute, static, supine) in a routine that also has 'beside'. */
    private static @Nullable String instead(Stretches... offered) {
        List<Stretch> routine = stretches(
                stretch("clashing").regions("lower-back", "glute").against(SCIATICA, AVOID), stretch("beside"));
        Verdict verdict = Suitability.forSomebodyWith(Set.of(SCIATICA)).of(routine, () -> stretches(offered));
        Clash.Instead instead = verdict.clashes().getFirst().instead();
        return instead == null ? null : instead.stretchId().value();
    }

    private static List<Stretch> stretches(Stretches... stretches) {
        return Arrays.stream(stretches).map(TestStretches::of).toList();
    }
}
