package io.limber.catalog.figure.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limber.catalog.figure.Figure;
import io.limber.catalog.figure.PackagedFigures;
import io.limber.catalog.figure.body.Reaching.Limb;
import io.limber.catalog.figure.body.Reaching.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joml.Vector3d;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On the way from one posture to another. */
class PostureTest {
    private static final long SEED = Long.getLong("limber.seed", System.nanoTime());
    private static final double A_CENTIMETRE = 1;
    private static final int STEPS = 20;
    private static final int CASES = 100;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void tellSeed() {
        System.out.println("PostureTest seed " + SEED);
    }

    @Test
    void theWayBeginsAndEndsInItsTwoPostures() {
        for (Figure figure : PackagedFigures.all().values()) {
            List<Posture> postures = new Posing().postures(figure.poses());
            for (int pose = 1; pose < postures.size(); pose++) {
                Posture from = postures.get(pose - 1);
                Posture to = postures.get(pose);

                assertSame(from.toward(to, 0), from);
                assertSame(from.toward(to, 1), to);
            }
        }
    }

    @Test
    void aPlainJointTurnsEvenly() {
        Posture from = Posture.of(new Vector3d(0, 90, 0), Angles.NEUTRAL);
        Posture to = Posture.of(
                new Vector3d(0, 90, 0),
                Angles.NEUTRAL.with(new JointRef(Joint.KNEE, Side.LEFT), Map.of("flex", 100.0)));

        for (int step = 0; step <= STEPS; step++) {
            Body body = new Body(from.toward(to, (double) step / STEPS));
            double bent = body.frame(Side.LEFT, "SHANK").direction(0, -1, 0).angle(new Vector3d(0, -1, 0));

            assertThat(Math.toDegrees(bent)).isCloseTo(100.0 * step / STEPS, within(1e-6));
        }
    }

    @Test
    void handsAndFeetThatHoldOnStayInPlace() {
        for (int turn = 0; turn < CASES; turn++) {
            List<Double> hand = List.of(between(-5, 5) + 20, between(90, 110), between(15, 30));
            List<Double> foot = List.of(between(5, 12), 0.0, between(-5, 5));
            Pose standing = pose(
                    Base.STANDING,
                    List.of(0.0, 85.0, 0.0),
                    Map.of(),
                    Map.of("leftHand", place(hand), "leftFoot", place(foot)));
            Pose moved = pose(
                    null,
                    List.of(between(-5, 5), between(78, 88), between(-5, 5)),
                    Map.of(
                            "lumbar", Map.of("flex", between(-10, 10), "turn", between(-10, 10)),
                            "thorax", Map.of("side", between(-10, 10)),
                            "leftElbow", Map.of("pron", between(-60, 60))),
                    Map.of());
            Posing posing = new Posing();
            List<Posture> postures = posing.postures(List.of(standing, moved));
            assertThat(posing.mistakes())
                    .filteredOn(mistake -> mistake.contains("reach"))
                    .isEmpty();

            for (int step = 0; step <= STEPS; step++) {
                Posture between = postures.getFirst().toward(postures.getLast(), (double) step / STEPS);

                assertThat(at(between, "leftHand").distance(vector(hand))).isLessThan(A_CENTIMETRE);
                assertThat(at(between, "leftSole").distance(vector(foot))).isLessThan(A_CENTIMETRE);
            }
        }
    }

    @Test
    void whatThePackagedFiguresHoldOnToTheyHoldOnToAllTheWay() {
        List<String> astray = new ArrayList<>();
        int held = 0;
        for (Map.Entry<String, Figure> figure : PackagedFigures.all().entrySet()) {
            List<Posture> postures = new Posing().postures(figure.getValue().poses());
            for (int pose = 1; pose < postures.size(); pose++) {
                Posture from = postures.get(pose - 1);
                Posture to = postures.get(pose);
                for (Limb limb : Limb.values()) {
                    Target before = from.reached().get(limb);
                    Target after = to.reached().get(limb);
                    if (before == null || after == null || !before.to().equals(after.to(), 0.01)) {
                        continue;
                    }
                    held++;
                    for (int step = 0; step <= STEPS; step++) {
                        double away = ReachingTest.away(from.toward(to, (double) step / STEPS), limb, after);
                        if (away > A_CENTIMETRE) {
                            astray.add("%s to pose %d, %d %%: %s is %.1f cm away"
                                    .formatted(figure.getKey(), pose + 1, 100 * step / STEPS, limb.word(), away));
                        }
                    }
                }
            }
        }

        assertThat(held).isGreaterThan(50);
        assertThat(astray).isEmpty();
    }

    @Test
    void aHandThatGoesFromOnePlaceToAnotherGoesStraight() {
        Pose from = pose(Base.STANDING, null, Map.of(), Map.of("rightHand", place(List.of(-25.0, 110.0, 25.0))));
        Pose to = pose(null, null, Map.of(), Map.of("rightHand", place(List.of(-5.0, 130.0, 35.0))));
        List<Posture> postures = new Posing().postures(List.of(from, to));

        Vector3d middle = at(postures.getFirst().toward(postures.getLast(), 0.5), "rightHand");

        assertThat(middle.distance(new Vector3d(-15, 120, 30))).isLessThan(0.01);
    }

    @Test
    void aHandThatIsLetGoFollowsItsJoints() {
        Pose holding = pose(Base.STANDING, null, Map.of(), Map.of("rightHand", place(List.of(-25.0, 110.0, 25.0))));
        Pose free = pose(null, null, Map.of(), Map.of("rightHand", new Pose.Reach(true, null, null, null, null, null)));
        List<Posture> postures = new Posing().postures(List.of(holding, free));

        Vector3d hanging = at(postures.getLast(), "rightHand");
        Vector3d almost = at(postures.getFirst().toward(postures.getLast(), 0.999), "rightHand");

        assertThat(hanging.x).isCloseTo(-Proportions.SHOULDER_HALF, within(0.01));
        assertThat(almost.distance(hanging)).isLessThan(A_CENTIMETRE);
    }

    private static void assertSame(Posture one, Posture other) {
        Body body = new Body(one);
        Body same = new Body(other);
        assertThat(Landmark.names()).allSatisfy(name -> {
            Landmark landmark = Landmark.named(name).orElseThrow();
            assertThat(landmark.on(body).distance(landmark.on(same))).isLessThan(0.1);
        });
    }

    private double between(double least, double greatest) {
        return least + random.nextDouble() * (greatest - least);
    }

    private static Vector3d at(Posture posture, String landmark) {
        return Landmark.named(landmark).orElseThrow().on(new Body(posture));
    }

    private static Vector3d vector(List<Double> place) {
        return Posing.vector(place).orElseThrow();
    }

    static Pose.Reach place(List<Double> offset) {
        return new Pose.Reach(null, null, offset, null, null, null);
    }

    static Pose pose(
            @Nullable Base base,
            @Nullable List<Double> at,
            Map<String, Map<String, Double>> joints,
            Map<String, Pose.Reach> reach) {
        return new Pose(0, base, at, joints, reach, null, null, null, null);
    }
}
