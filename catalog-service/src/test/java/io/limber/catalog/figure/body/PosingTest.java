package io.limber.catalog.figure.body;

import static io.limber.catalog.figure.body.PostureTest.place;
import static io.limber.catalog.figure.body.PostureTest.pose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joml.Vector3d;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** From poses as they are written down to postures. */
class PosingTest {
    private final Posing posing = new Posing();

    @ParameterizedTest
    @EnumSource(Base.class)
    void everyBaseIsAPostureThatABodyCanTakeAndRestsOnTheFloorOrASeat(Base base) {
        Posture posture = only(pose(base, null, Map.of(), Map.of()));

        assertThat(posing.mistakes()).isEmpty();
        if (base == Base.SITTING) {
            assertThat(at(posture, "leftSole").y).isCloseTo(0, within(1.0));
            assertThat(at(posture, "pelvis").y).isBetween(45.0, 55.0);
        } else {
            assertThat(new Body(posture).lowest()).isCloseTo(0, within(1e-6));
        }
    }

    @ParameterizedTest(name = "in {0} the {1} is {2} of the {3}")
    @CsvSource(delimiter = '|', textBlock = """
            STANDING      | crown     | above  | pelvis
            SITTING       | leftKnee  | before | leftHip
            SUPINE        | nose      | above  | backOfHead
            SUPINE        | head      | behind | pelvis
            CROOK_LYING   | leftKnee  | above  | leftHip
            CROOK_LYING   | nose      | above  | backOfHead
            PRONE         | backOfHead | above | nose
            PRONE         | head      | before | pelvis
            SIDE_LYING    | leftHip   | above  | rightHip
            SIDE_LYING    | pelvis    | left   | head
            ALL_FOURS     | head      | before | pelvis
            ALL_FOURS     | pelvis    | above  | leftKnee
            HALF_KNEELING | leftKnee  | above  | rightKnee
            HALF_KNEELING | leftSole  | before | rightKnee
            KNEELING      | leftKnee  | before | leftAnkle
            LONG_SITTING  | leftAnkle | before | leftHip
            """)
    void aBaseLiesTheWayItsNameSays(Base base, String one, String where, String other) {
        Posture posture = only(pose(base, null, Map.of(), Map.of()));

        Vector3d way = at(posture, one).sub(at(posture, other));

        double along = switch (where) {
            case "above" -> way.y;
            case "before" -> way.z;
            case "behind" -> -way.z;
            case "left" -> way.x;
            default -> throw new IllegalArgumentException(where);
        };
        assertThat(along).isGreaterThan(10);
    }

    @Test
    void whatAPoseDoesNotSayIsAsInThePoseBefore() {
        List<Posture> postures = posing.postures(List.of(
                pose(Base.STANDING, null, Map.of("neck", Map.of("flex", 20.0, "side", 10.0)), Map.of()),
                pose(null, null, Map.of("neck", Map.of("side", 0.0)), Map.of())));

        Vector3d up = new Body(postures.getLast()).frame(Part.NECK).direction(0, 1, 0);

        assertThat(up.x).isCloseTo(0, within(1e-9));
        assertThat(Math.toDegrees(up.angle(new Vector3d(0, 1, 0)))).isCloseTo(20, within(1e-6));
    }

    @Test
    void aReachHoldsUntilItIsLetGoAndABaseBeginsAnew() {
        Pose.Reach free = new Pose.Reach(true, null, null, null, null, null);
        List<Posture> postures = posing.postures(List.of(
                pose(Base.STANDING, null, Map.of(), Map.of("leftHand", place(List.of(25.0, 110.0, 25.0)))),
                pose(null, null, Map.of("neck", Map.of("flex", 10.0)), Map.of()),
                pose(null, null, Map.of(), Map.of("leftHand", free)),
                pose(null, null, Map.of(), Map.of("leftHand", place(List.of(25.0, 110.0, 25.0)))),
                pose(Base.STANDING, null, Map.of(), Map.of())));

        List<Double> fronts =
                postures.stream().map(posture -> at(posture, "leftHand").z).toList();

        assertThat(fronts.get(0)).isCloseTo(25, within(0.1));
        assertThat(fronts.get(1)).isCloseTo(25, within(0.1));
        assertThat(fronts.get(2)).isCloseTo(0, within(0.1));
        assertThat(fronts.get(3)).isCloseTo(25, within(0.1));
        assertThat(fronts.get(4)).isCloseTo(0, within(0.1));
    }

    @Test
    void aHeightOfMinusOnePutsTheLowestPartOnTheFloor() {
        Posture posture = only(
                pose(Base.SITTING, Arrays.asList(0.0, -1.0, 0.0), Map.of("knees", Map.of("flex", 150.0)), Map.of()));

        assertThat(new Body(posture).lowest()).isCloseTo(0, within(1e-6));
    }

    @Test
    void aHandFindsALandmarkThatMoved() {
        Posture posture = only(pose(
                Base.SITTING,
                null,
                Map.of("rightHip", Map.of("flex", 110.0)),
                Map.of("rightHand", on("rightKnee", List.of(0.0, 8.0, -4.0)))));

        Vector3d expected = at(posture, "rightKnee").add(0, 8, -4);

        assertThat(posing.mistakes()).isEmpty();
        assertThat(at(posture, "rightHand").distance(expected)).isLessThan(1);
    }

    @Test
    void oneHandMayHoldTheOther() {
        Posture posture = only(pose(
                Base.STANDING,
                null,
                Map.of(),
                Map.of(
                        "leftHand", on("rightWrist", List.of(0.0, 0.0, 3.0)),
                        "rightHand", place(List.of(-5.0, 110.0, 25.0)))));

        Vector3d expected = at(posture, "rightWrist").add(0, 0, 3);

        assertThat(posing.mistakes()).isEmpty();
        assertThat(at(posture, "leftHand").distance(expected)).isLessThan(1);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            leftKnee  | flex | 170  | /poses/0/joints/leftKnee/flex is 170.0, and a body reaches from -5 to 155
            hips      | rot  | -60  | /poses/0/joints/hips/rot is -60.0, and a body reaches from -50 to 80
            neck      | flex | NaN  | /poses/0/joints/neck/flex is NaN, and a body reaches from -45 to 50
            neck      | bend | 10   | /poses/0/joints/neck/bend is no angle of it; there are [flex, side, turn]
            tail      | wag  | 10   | /poses/0/joints/tail is no joint; there are [pelvis, lumbar,
            """)
    void anglesThatNoBodyTakesAndUnknownNamesAreSaid(String joint, String angle, double degrees, String sentence) {
        var unused = only(pose(Base.STANDING, null, Map.of(joint, Map.of(angle, degrees)), Map.of()));

        assertThat(posing.mistakes()).anySatisfy(mistake -> assertThat(mistake).startsWith(sentence));
    }

    @Test
    void aPlaceThatIsTooFarAwayIsSaidOnce() {
        var unused = only(pose(Base.STANDING, null, Map.of(), Map.of("leftHand", place(List.of(200.0, 100.0, 0.0)))));

        assertThat(posing.mistakes()).containsExactly("/poses/0/reach/leftHand is out of reach");
    }

    @Test
    void anUnknownLandmarkIsSaidOnce() {
        var unused = only(pose(
                Base.STANDING, null, Map.of(), Map.of("leftHand", on("leftTail", List.of(25.0, 110.0, 25.0)))));

        assertThat(posing.mistakes())
                .singleElement()
                .asString()
                .startsWith("/poses/0/reach/leftHand/on is no landmark");
    }

    static Stream<Arguments> unnatural() {
        List<Double> forward = List.of(0.0, 0.0, 1.0);
        List<Double> down = List.of(0.0, -1.0, 0.0);
        List<Double> up = List.of(0.0, 1.0, 0.0);
        return Stream.of(
                arguments(
                        "rightWrist",
                        "rightHand",
                        reach(List.of(-17.0, 105.0, 20.0), down, List.of(0.0, 0.0, -1.0), down)),
                arguments("leftAnkle", "leftFoot", reach(List.of(9.0, 10.0, 10.0), forward, forward, up)),
                arguments("leftKnee", "leftFoot", reach(List.of(9.0, 80.0, 3.0), forward, forward, down)),
                arguments("leftHip", "leftFoot", reach(List.of(9.0, 158.0, 30.0), forward, forward, down)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unnatural")
    void aLimbThatReachesUnnaturallyIsSaid(String joint, String limb, Pose.Reach reach) {
        var unused = only(pose(Base.STANDING, null, Map.of(), Map.of(limb, reach)));

        assertThat(posing.mistakes())
                .anySatisfy(mistake -> assertThat(mistake).startsWith("/poses/0/" + joint + " is bent by"));
    }

    private static Pose.Reach reach(List<Double> offset, List<Double> bend, List<Double> ahead, List<Double> face) {
        return new Pose.Reach(null, null, offset, bend, ahead, face);
    }

    private Posture only(Pose pose) {
        return posing.postures(List.of(pose)).getFirst();
    }

    private static Pose.Reach on(String landmark, @Nullable List<Double> offset) {
        return new Pose.Reach(null, landmark, offset, null, null, null);
    }

    private static Vector3d at(Posture posture, String landmark) {
        return Landmark.named(landmark).orElseThrow().on(new Body(posture));
    }
}
