package io.limber.catalog.figure.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the parts of the body are when its joints are turned: x to the person's left, y up, z to the front. */
class BodyTest {
    private static final Offset<Double> HAIR = within(1e-9);
    private static final int CASES = 200;

    private static final long SEED = Long.getLong("limber.seed", System.nanoTime());

    private final Random random = new Random(SEED);

    @BeforeAll
    static void tellSeed() {
        System.out.println("BodyTest seed " + SEED);
    }

    /**
     * The convention of each angle: turned by 90 degrees, the direction that was {@code before} in the part's frame is {@code after} in
     * the room.
     */
    @ParameterizedTest(name = "{0} {1}: {3} of {2} goes {4}")
    @CsvSource(delimiter = '|', textBlock = """
            pelvis        | pitch   | PELVIS          | up    | front
            pelvis        | roll    | PELVIS          | up    | left
            pelvis        | turn    | PELVIS          | front | left
            lumbar        | flex    | LUMBAR_3        | up    | front
            lumbar        | side    | LUMBAR_3        | up    | left
            lumbar        | turn    | LUMBAR_3        | front | left
            thorax        | flex    | THORAX_3        | up    | front
            thorax        | side    | THORAX_3        | up    | left
            thorax        | turn    | THORAX_3        | front | left
            neck          | flex    | NECK            | up    | front
            neck          | side    | NECK            | up    | left
            neck          | turn    | NECK            | front | left
            head          | flex    | HEAD            | up    | front
            head          | side    | HEAD            | up    | left
            head          | turn    | HEAD            | front | left
            leftShoulder  | flex    | LEFT_UPPER_ARM  | down  | front
            leftShoulder  | abd     | LEFT_UPPER_ARM  | down  | left
            leftShoulder  | rot     | LEFT_UPPER_ARM  | front | left
            rightShoulder | flex    | RIGHT_UPPER_ARM | down  | front
            rightShoulder | abd     | RIGHT_UPPER_ARM | down  | right
            rightShoulder | rot     | RIGHT_UPPER_ARM | front | right
            leftElbow     | flex    | LEFT_FOREARM    | down  | front
            leftElbow     | pron    | LEFT_FOREARM    | front | right
            leftElbow     | pron    | LEFT_FOREARM    | right | back
            rightElbow    | flex    | RIGHT_FOREARM   | down  | front
            rightElbow    | pron    | RIGHT_FOREARM   | left  | back
            leftWrist     | flex    | LEFT_HAND       | down  | right
            leftWrist     | dev     | LEFT_HAND       | down  | front
            rightWrist    | flex    | RIGHT_HAND      | down  | left
            rightWrist    | dev     | RIGHT_HAND      | down  | front
            leftFingers   | curl    | LEFT_FINGERS    | down  | right
            rightFingers  | curl    | RIGHT_FINGERS   | down  | left
            leftHip       | flex    | LEFT_THIGH      | down  | front
            leftHip       | abd     | LEFT_THIGH      | down  | left
            leftHip       | rot     | LEFT_THIGH      | front | left
            rightHip      | flex    | RIGHT_THIGH     | down  | front
            rightHip      | abd     | RIGHT_THIGH     | down  | right
            rightHip      | rot     | RIGHT_THIGH     | front | right
            leftKnee      | flex    | LEFT_SHANK      | down  | back
            rightKnee     | flex    | RIGHT_SHANK     | down  | back
            leftAnkle     | flex    | LEFT_FOOT       | front | up
            rightAnkle    | flex    | RIGHT_FOOT      | front | up
            """)
    void anAngleTurnsItsPartTheWayThatClinicians(String joint, String angle, Part part, String before, String after) {
        Body body = body(turned(Angles.NEUTRAL, joint, angle, 90));

        Vector3d way = direction(before);
        Vector3d now = body.frame(part).direction(way.x, way.y, way.z);

        assertThat(now.distance(direction(after))).as("%s", now).isCloseTo(0, HAIR);
    }

    @ParameterizedTest(name = "{0} {1} moves {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            leftGirdle  | lift    | leftShoulder  | up
            leftGirdle  | forward | leftShoulder  | front
            rightGirdle | lift    | rightShoulder | up
            rightGirdle | forward | rightShoulder | front
            """)
    void aShoulderBladeTakesTheArmWithIt(String joint, String angle, String landmark, String way) {
        Vector3d before = at(body(Angles.NEUTRAL), landmark);

        Vector3d after = at(body(turned(Angles.NEUTRAL, joint, angle, 20)), landmark);

        assertThat(new Vector3d(after).sub(before).dot(direction(way))).isGreaterThan(4);
    }

    @Test
    void standsUprightWithHangingArmsAndForwardThumbs() {
        Body body = body(Angles.NEUTRAL);

        assertThat(at(body, "crown").y - at(body, "leftSole").y)
                .as("an adult's height")
                .isBetween(165.0, 175.0);
        assertThat(at(body, "nose").z).isGreaterThan(at(body, "backOfHead").z);
        for (Side side : Side.values()) {
            Vector3d hand = at(body, side.prefix() + "Hand");
            assertThat(hand.y)
                    .isLessThan(at(body, side.prefix() + "Hip").y)
                    .isGreaterThan(at(body, side.prefix() + "Knee").y);
            assertThat(hand.x * side.sign()).isCloseTo(Proportions.SHOULDER_HALF, HAIR);
            assertThat(at(body, side.prefix() + "Toes").z).isGreaterThan(at(body, side.prefix() + "Heel").z);
        }
        assertThat(thumbTip(body, Side.LEFT).z()).isGreaterThan(at(body, "leftHand").z + 4);
    }

    @Test
    void aBackThatBendsIsRound() {
        Body body = body(turned(Angles.NEUTRAL, "lumbar", "flex", 45));

        List<Double> leans = List.of(Part.PELVIS, Part.LUMBAR_1, Part.LUMBAR_2, Part.LUMBAR_3).stream()
                .map(part -> Math.toDegrees(body.frame(part).direction(0, 1, 0).angle(new Vector3d(0, 1, 0))))
                .toList();

        for (int part = 0; part < leans.size(); part++) {
            assertThat(leans.get(part)).isCloseTo(15.0 * part, within(1e-6));
        }
    }

    @Test
    void whatBothSidesDoIsSymmetric() {
        for (int turn = 0; turn < CASES; turn++) {
            Angles angles = Angles.NEUTRAL;
            for (Joint joint : Joint.all()) {
                for (Map.Entry<String, Joint.Reach> angle : joint.angles().entrySet()) {
                    if (joint.isPaired()) {
                        Map<String, Double> degrees = Map.of(angle.getKey(), any(angle.getValue()));
                        angles = angles.with(new JointRef(joint, Side.LEFT), degrees)
                                .with(new JointRef(joint, Side.RIGHT), degrees);
                    } else if (angle.getKey().equals("flex") || angle.getKey().equals("pitch")) {
                        angles = angles.with(new JointRef(joint, null), Map.of(angle.getKey(), any(angle.getValue())));
                    }
                }
            }
            Body body = body(angles);

            for (String name : Landmark.names()) {
                Vector3d mirrored = at(body, otherSide(name)).mul(-1, 1, 1);
                assertThat(at(body, name).distance(mirrored)).as(name).isCloseTo(0, within(1e-6));
            }
        }
    }

    @Test
    void noPostureStretchesABone() {
        Map<String, Double> neutral = bones(body(Angles.NEUTRAL));

        for (int turn = 0; turn < CASES; turn++) {
            Map<String, Double> bones = bones(body(anything()));

            assertThat(bones)
                    .allSatisfy((bone, length) ->
                            assertThat(length).isCloseTo(neutral.getOrDefault(bone, 0.0), within(1e-6)));
        }
        assertThat(neutral)
                .containsEntry("leftShoulder-leftElbow", Proportions.UPPER_ARM)
                .containsEntry("rightHip-rightKnee", Proportions.THIGH);
    }

    @Test
    void jointsThatBothSidesHaveCanBeNamedTogether() {
        assertThat(JointRef.named("hips"))
                .containsExactly(new JointRef(Joint.HIP, Side.LEFT), new JointRef(Joint.HIP, Side.RIGHT));
        assertThat(JointRef.named("rightKnee")).containsExactly(new JointRef(Joint.KNEE, Side.RIGHT));
        assertThat(JointRef.named("neck")).containsExactly(new JointRef(Joint.NECK, null));
        assertThat(JointRef.named("tail")).isEmpty();
        assertThat(JointRef.names())
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(JointRef.named(name)).isNotEmpty());
    }

    private Angles anything() {
        Angles angles = Angles.NEUTRAL;
        for (String name : JointRef.names()) {
            for (JointRef joint : JointRef.named(name)) {
                for (Map.Entry<String, Joint.Reach> angle :
                        joint.joint().angles().entrySet()) {
                    angles = angles.with(joint, Map.of(angle.getKey(), any(angle.getValue())));
                }
            }
        }
        return angles;
    }

    private double any(Joint.Reach reach) {
        return reach.least() + random.nextDouble() * (reach.greatest() - reach.least());
    }

    private static Map<String, Double> bones(Body body) {
        return Map.of(
                "leftShoulder-leftElbow", length(body, "leftShoulder", "leftElbow"),
                "leftElbow-leftWrist", length(body, "leftElbow", "leftWrist"),
                "rightWrist-rightHand", length(body, "rightWrist", "rightHand"),
                "rightHip-rightKnee", length(body, "rightHip", "rightKnee"),
                "rightKnee-rightAnkle", length(body, "rightKnee", "rightAnkle"),
                "leftHip-rightHip", length(body, "leftHip", "rightHip"),
                "leftEar-rightEar", length(body, "leftEar", "rightEar"));
    }

    private static double length(Body body, String from, String to) {
        return at(body, from).distance(at(body, to));
    }

    private static Vector3dc thumbTip(Body body, Side side) {
        return Fingers.of(body, side).getLast().balls().getLast().centre();
    }

    private static String otherSide(String name) {
        if (name.startsWith("left")) {
            return "right" + name.substring("left".length());
        }
        return name.startsWith("right") ? "left" + name.substring("right".length()) : name;
    }

    private static Vector3d at(Body body, String landmark) {
        return Landmark.named(landmark).orElseThrow().on(body);
    }

    private static Body body(Angles angles) {
        return new Body(Posture.of(new Vector3d(0, 90, 0), angles));
    }

    private static Angles turned(Angles angles, String joint, String angle, double degrees) {
        return angles.with(JointRef.named(joint).getFirst(), Map.of(angle, degrees));
    }

    private static Vector3d direction(String word) {
        return switch (word) {
            case "up" -> new Vector3d(0, 1, 0);
            case "down" -> new Vector3d(0, -1, 0);
            case "front" -> new Vector3d(0, 0, 1);
            case "back" -> new Vector3d(0, 0, -1);
            case "left" -> new Vector3d(1, 0, 0);
            case "right" -> new Vector3d(-1, 0, 0);
            default -> throw new IllegalArgumentException(word);
        };
    }
}
