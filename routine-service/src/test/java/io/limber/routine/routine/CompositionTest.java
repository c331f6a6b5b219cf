package io.limber.routine.routine;

import static io.limber.routine.Stretches.stretch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limber.contracts.Range;
import io.limber.contracts.Sides;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import io.limber.routine.RoutineProblem;
import io.limber.routine.Stretches;
import io.limber.routine.catalogue.Stretch;
import io.limber.routine.catalogue.StretchId;
import io.limber.routine.catalogue.TestStretches;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompositionTest {
    private static final Stretches TWO_SIDED =
            stretch("twist").dose(new Range(2, 5, 10), new Range(2, 3, 5), Sides.LEFT_AND_RIGHT, 0);

    @Test
    void fillsInTheDefaultsOfTheStretch() {
        Composition composition = Composition.of(command(item("twist", null, null)), known(TWO_SIDED), Set.of());

        assertThat(composition.items())
                .containsExactly(new RoutineItem(
                        new StretchId("twist"),
                        "The twist",
                        Map.of("en", "The twist"),
                        5,
                        3,
                        1,
                        Sides.LEFT_AND_RIGHT,
                        35));
        assertThat(composition.totalSeconds()).isEqualTo(35);
    }

    @Test
    void takesWhatIsAskedForWithinTheLimits() {
        Composition composition =
                Composition.of(command(item("twist", 10, 2), item("twist", 2, 5)), known(TWO_SIDED), Set.of());

        assertThat(composition.items()).extracting(RoutineItem::seconds).containsExactly(45, 35);
        assertThat(composition.totalSeconds()).isEqualTo(45 + 5 + 35);
    }

    @Test
    void namesEveryDoseOutsideItsLimitsAndTheLimits() {
        ProblemException problem = refused(command(item("twist", 11, 3), item("twist", 5, 1)), known(TWO_SIDED));

        assertThat(problem.code()).isEqualTo(RoutineProblem.DOSE_OUT_OF_LIMITS);
        assertThat(problem.errors())
                .containsExactly(
                        new FieldError("/items/0/holdSeconds", "must be between 2 and 10 for 'twist'"),
                        new FieldError("/items/1/repetitions", "must be between 2 and 5 for 'twist'"));
    }

    @Test
    void namesEveryStretchThatIsUnknownRetiredOrAHabit() {
        Map<StretchId, Stretch> known = Map.of(
                new StretchId("bed"), TestStretches.of(stretch("bed").habit()),
                new StretchId("old"), TestStretches.retired(stretch("old")));

        ProblemException problem =
                refused(command(item("nope", null, null), item("bed", null, null), item("old", null, null)), known);

        assertThat(problem.code()).isEqualTo(RoutineProblem.UNKNOWN_REFERENCE);
        assertThat(problem.errors())
                .extracting(FieldError::pointer)
                .containsExactly("/items/0/stretchId", "/items/1/stretchId", "/items/2/stretchId");
    }

    @Test
    void keepsARetiredStretchThatWasThereBefore() {
        StretchId old = new StretchId("old");

        Composition composition = Composition.of(
                command(item("old", null, null)), Map.of(old, TestStretches.retired(stretch("old"))), Set.of(old));

        assertThat(composition.items()).hasSize(1);
    }

    private static ProblemException refused(ComposeRoutine command, Map<StretchId, Stretch> known) {
        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> Composition.of(command, known, Set.of()));
        assertThat(problem).isNotNull();
        return problem;
    }

    private static Map<StretchId, Stretch> known(Stretches... stretches) {
        return Arrays.stream(stretches)
                .map(TestStretches::of)
                .collect(Collectors.toMap(Stretch::id, Function.identity()));
    }

    private static ComposeRoutine command(ComposeRoutine.Item... items) {
        return new ComposeRoutine("A routine", List.of(items), null, null);
    }

    private static ComposeRoutine.Item item(String id, @Nullable Integer hold, @Nullable Integer repetitions) {
        return new ComposeRoutine.Item(new StretchId(id), hold, repetitions, null);
    }
}
