package io.limber.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.catalog.stretch.Contraindication;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.stretch.StretchRules;
import io.limber.contracts.Contraindication.Action;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a movement asks for, written down a second time: {@link StretchRules} takes its word from the vocabularies, so
 * that a slip there would loosen every item at once. An entry may be stricter than this table.
 */
class MovementClassSafetyTest {
    private static final String EXERCISE = "(any exercise)";
    private static final String STRETCH = "(any stretch)";

    private static final String ASKED = """
            (any exercise)    | VERTEBRAL_FRACTURE AVOID, SUSPECTED_DVT AVOID, RECENT_SPINE_SURGERY CLINICIAN
            (any exercise)    | RECENT_SURGERY_OTHER CLINICIAN, FRACTURE CLINICIAN, ACUTE_TEAR CLINICIAN
            (any exercise)    | INFECTION CLINICIAN, HAEMATOMA CLINICIAN
            (any stretch)     | HYPERMOBILITY MODIFY, INFLAMED_JOINT MODIFY
            SUPINE            | PREGNANCY_T2_T3 AVOID, VERTIGO_BPPV MODIFY
            PRONE             | PREGNANCY_T2_T3 AVOID, HIP_REPLACEMENT_ANTERIOR AVOID, VERTIGO_BPPV MODIFY
            KNEEL             | KNEE_INJURY MODIFY
            BALANCE           | UNSTEADY_BALANCE AVOID, PREGNANCY_T2_T3 MODIFY
            SPINE-FLEX        | OSTEOPOROSIS AVOID, RECENT_SPINE_SURGERY AVOID, RADICULOPATHY CLINICIAN, DISC_HERNIATION CLINICIAN
            SPINE-FLEX-LOADED | RADICULOPATHY AVOID, DISC_HERNIATION AVOID, OSTEOPOROSIS AVOID, RECENT_SPINE_SURGERY AVOID
            SPINE-EXT         | RECENT_SPINE_SURGERY AVOID, DISC_HERNIATION CLINICIAN, SPINAL_STENOSIS MODIFY, PREGNANCY_T2_T3 MODIFY
            SPINE-ROT         | RECENT_SPINE_SURGERY AVOID, RADICULOPATHY CLINICIAN, DISC_HERNIATION CLINICIAN, OSTEOPOROSIS MODIFY
            SPINE-SIDE        | RECENT_SPINE_SURGERY AVOID, DISC_HERNIATION CLINICIAN
            HEAD-DOWN         | GLAUCOMA AVOID, RETINAL_DETACHMENT AVOID, HYPERTENSION_UNCONTROLLED AVOID, VERTIGO_BPPV AVOID
            HEAD-DOWN         | PREGNANCY_T2_T3 MODIFY, OSTEOPOROSIS MODIFY
            NECK-FLEX         | NECK_ARM_SYMPTOMS AVOID, VERTIGO_BPPV MODIFY
            NECK-SIDE         | NECK_ARM_SYMPTOMS AVOID, VERTIGO_BPPV MODIFY
            NECK-ROT          | NECK_ARM_SYMPTOMS AVOID, VERTIGO_BPPV MODIFY
            NECK-RETRACT      | NECK_ARM_SYMPTOMS CLINICIAN
            NECK-EXT          | NECK_ARM_SYMPTOMS AVOID, VERTIGO_BPPV AVOID
            OVERHEAD          | SHOULDER_INJURY AVOID
            SHOULDER-EXT      | SHOULDER_INJURY AVOID
            SHOULDER-ADD      | SHOULDER_INJURY MODIFY
            SHOULDER-ABD-ER   | SHOULDER_INJURY MODIFY
            WRIST-LOAD        | WRIST_INJURY AVOID, CARPAL_TUNNEL AVOID
            WRIST-EXT         | WRIST_INJURY MODIFY, CARPAL_TUNNEL MODIFY
            WRIST-FLEX        | WRIST_INJURY MODIFY, CARPAL_TUNNEL MODIFY
            HIP-FLEX>90       | HIP_REPLACEMENT_POSTERIOR AVOID
            HIP-EXT           | HIP_REPLACEMENT_ANTERIOR AVOID
            HIP-ROT           | HIP_REPLACEMENT_POSTERIOR AVOID, HIP_REPLACEMENT_ANTERIOR AVOID, RADICULOPATHY CLINICIAN
            HIP-CROSS         | HIP_REPLACEMENT_POSTERIOR AVOID, HIP_REPLACEMENT_ANTERIOR AVOID
            DEEP-KNEE         | KNEE_INJURY AVOID
            HAMSTRING-TENSION | RADICULOPATHY AVOID, DISC_HERNIATION CLINICIAN, OSTEOPOROSIS MODIFY
            NERVE-TENSION     | RADICULOPATHY AVOID
            ISOMETRIC         | HYPERTENSION_UNCONTROLLED MODIFY, PREGNANCY_T1 MODIFY
            """;

    /** Items that are milder, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "posture-reset NECK_ARM_SYMPTOMS", "sitting tall does no harm; the part with the chin is left out",
            "w-retraction NECK_ARM_SYMPTOMS", "the arms do the work; the part with the chin is left out");

    private static final List<Action> FROM_MILD_TO_STRICT = List.of(Action.MODIFY, Action.CLINICIAN, Action.AVOID);

    private static final List<Stretch> EXERCISES = Content.read(ContentFiles.packaged()).stretches().stream()
            .map(ContentDocument::value)
            .filter(stretch -> !stretch.kind().equals(Stretch.HABIT))
            .toList();

    @Test
    void theSameMovementAsksForTheSameConditions() {
        Map<String, String> milder = new TreeMap<>();

        ASKED.lines().forEach(line -> {
            String movement = line.substring(0, line.indexOf('|')).strip();
            for (String condition :
                    line.substring(line.indexOf('|') + 1).strip().split(", ")) {
                milder.putAll(milderThan(movement, condition));
            }
        });

        assertThat(milder.keySet()).as("%s", milder).isEqualTo(EXCEPTIONS.keySet());
    }

    /** A class that is forgotten takes its conditions with it; the start position gives some of them away. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "supine        | SUPINE",
                "prone         | PRONE",
                "all-fours     | KNEEL, WRIST-LOAD",
                "half-kneeling | KNEEL, BALANCE",
                "tall-kneeling | KNEEL",
                "floor-sitting | FLOOR-SIT",
            })
    void theStartPositionIsAmongTheMovements(String position, String movements) {
        assertThat(EXERCISES.stream().filter(stretch -> stretch.position().equals(position)))
                .allSatisfy(stretch ->
                        assertThat(stretch.movementClasses()).as(stretch.id()).contains(movements.split(", ")));
    }

    /** The items with this movement that ask for less than the condition does, and what they ask for. */
    private static Map<String, String> milderThan(String movement, String condition) {
        String code = condition.substring(0, condition.indexOf(' '));
        Action least = Action.valueOf(condition.substring(condition.indexOf(' ') + 1));
        Map<String, String> milder = new TreeMap<>();
        for (Stretch stretch : EXERCISES) {
            List<Action> actions = actions(stretch, code);
            if (concerns(movement, stretch)
                    && (actions.isEmpty() || !strictEnough(least).containsAll(actions))) {
                milder.put(stretch.id() + " " + code, movement + " asks for " + least + ", here is " + actions);
            }
        }
        return milder;
    }

    private static boolean concerns(String movement, Stretch stretch) {
        return switch (movement) {
            case EXERCISE -> true;
            case STRETCH -> Set.of("STATIC", "DYNAMIC").contains(stretch.kind());
            default -> stretch.movementClasses().contains(movement);
        };
    }

    private static Set<Action> strictEnough(Action least) {
        return Set.copyOf(FROM_MILD_TO_STRICT.subList(FROM_MILD_TO_STRICT.indexOf(least), FROM_MILD_TO_STRICT.size()));
    }

    private static List<Action> actions(Stretch stretch, String code) {
        return stretch.contraindications().stream()
                .filter(one -> one.code().equals(code))
                .map(Contraindication::action)
                .toList();
    }
}
