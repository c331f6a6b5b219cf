package io.limber.catalog.figure.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.catalog.figure.Figure;
import io.limber.catalog.figure.PackagedFigures;
import io.limber.catalog.figure.body.Reaching.Limb;
import io.limber.catalog.figure.body.Reaching.Reached;
import io.limber.catalog.figure.body.Reaching.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.joml.Vector3d;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A hand that reaches is where it reaches, to a centimetre. */
class ReachingTest {
    private static final double A_CENTIMETRE = 1;
    private static final int CASES = 500;

    private static final long SEED = Long.getLong("limber.seed", System.nanoTime());

    private final Random random = new Random(SEED);

    @BeforeAll
    static void tellSeed() {
        System.out.println("ReachingTest seed " + SEED);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aHandIsWhereItReaches(Side side) {
        for (int turn = 0; turn < CASES; turn++) {
            Posture posture = anyPosture();
            Vector3d to = around(at(posture, side.prefix() + "Shoulder"), 4, 57);

            Reached reached = Reaching.reach(posture, hand(side), new Target(to, maybe(), Optional.empty(), maybe()));

            assertThat(reached.there()).isTrue();
            assertThat(at(reached.posture(), side.prefix() + "Hand").distance(to))
                    .isLessThan(A_CENTIMETRE);
        }
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aHandWithABentWristIsWhereItReachesToo(Side side) {
        for (int turn = 0; turn < CASES; turn++) {
            Angles bent = anyAngles()
                    .with(new JointRef(Joint.WRIST, side), Map.of("flex", within(-85, 85), "dev", within(-40, 30)));
            Posture posture = Posture.of(new Vector3d(0, 90, 0), bent);
            Vector3d to = around(at(posture, side.prefix() + "Shoulder"), 15, 50);

            Reached reached =
                    Reaching.reach(posture, hand(side), new Target(to, maybe(), Optional.empty(), Optional.empty()));

            assertThat(reached.there()).isTrue();
            assertThat(at(reached.posture(), side.prefix() + "Hand").distance(to))
                    .isLessThan(A_CENTIMETRE);
        }
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void fingersPointAndThePalmLooksWhereTheyAreToldTo(Side side) {
        for (int turn = 0; turn < CASES; turn++) {
            Posture posture = anyPosture();
            Vector3d ahead = anyDirection();
            Vector3d face = anyDirection();
            Vector3d to = around(at(posture, side.prefix() + "Shoulder"), 9, 48);

            Reached reached =
                    Reaching.reach(posture, hand(side), new Target(to, maybe(), Optional.of(ahead), Optional.of(face)));

            Body body = new Body(reached.posture());
            Frame hand = body.frame(side, "HAND");
            Vector3d palm = hand.direction(-side.sign(), 0, 0);
            Vector3d asNearAsItCan = new Vector3d(face).sub(new Vector3d(ahead).mul(ahead.dot(face)));
            assertThat(reached.there()).isTrue();
            assertThat(at(reached.posture(), side.prefix() + "Hand").distance(to))
                    .isLessThan(A_CENTIMETRE);
            assertThat(Math.toDegrees(hand.direction(0, -1, 0).angle(ahead))).isLessThan(0.1);
            assertThat(Math.toDegrees(palm.angle(asNearAsItCan))).isLessThan(0.1);
        }
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aSoleIsWhereItReachesAndToesPointAhead(Side side) {
        for (int turn = 0; turn < CASES; turn++) {
            Posture posture = anyPosture();
            Vector3d face = anyDirection();
            Vector3d toes = anyDirection();
            Vector3d to =
                    around(at(posture, side.prefix() + "Hip"), 5, 82).add(new Vector3d(face).mul(Proportions.ANKLE));

            Reached reached =
                    Reaching.reach(posture, foot(side), new Target(to, maybe(), Optional.of(toes), Optional.of(face)));

            Frame foot = new Body(reached.posture()).frame(side, "FOOT");
            Vector3d asNearAsTheyCan = new Vector3d(toes).sub(new Vector3d(face).mul(face.dot(toes)));
            assertThat(reached.there()).isTrue();
            assertThat(at(reached.posture(), side.prefix() + "Sole").distance(to))
                    .isLessThan(A_CENTIMETRE);
            assertThat(Math.toDegrees(foot.direction(0, -1, 0).angle(face))).isLessThan(0.1);
            assertThat(Math.toDegrees(foot.direction(0, 0, 1).angle(asNearAsTheyCan)))
                    .isLessThan(0.1);
        }
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void anElbowAndAKneePointToTheSideTheyAreToldTo(Side side) {
        for (int turn = 0; turn < CASES; turn++) {
            Posture posture = anyPosture();
            Vector3d middle = anyDirection();
            for (boolean isArm : new boolean[] {true, false}) {
                String root = side.prefix() + (isArm ? "Shoulder" : "Hip");
                Vector3d from = at(posture, root);
                Vector3d to = around(from, 20, 40);
                Vector3d end = isArm ? to : new Vector3d(to).add(0, -Proportions.ANKLE, 0);

                Posture reached = Reaching.reach(
                                posture,
                                isArm ? hand(side) : foot(side),
                                new Target(end, Optional.of(middle), Optional.empty(), Optional.empty()))
                        .posture();

                Vector3d line = new Vector3d(to).sub(from).normalize();
                Vector3d across = new Vector3d(middle).sub(new Vector3d(line).mul(line.dot(middle)));
                Vector3d joint =
                        at(reached, side.prefix() + (isArm ? "Elbow" : "Knee")).sub(from);
                Vector3d aside = new Vector3d(joint).sub(new Vector3d(line).mul(line.dot(joint)));
                if (across.length() > 0.1) {
                    assertThat(Math.toDegrees(aside.angle(across))).isLessThan(0.1);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Limb.class)
    void whatIsTooFarAwayIsPointedAtAndSaidToBe(Limb limb) {
        for (int turn = 0; turn < CASES; turn++) {
            Posture posture = anyPosture();
            String side = limb.word().startsWith("left") ? "left" : "right";
            boolean isFoot = limb.word().endsWith("Foot");
            Vector3d root = at(posture, side + (isFoot ? "Hip" : "Shoulder"));
            Vector3d to = around(root, isFoot ? 95 : 60, 200);

            Reached reached = Reaching.reach(posture, limb, target(to));

            Vector3d end =
                    at(reached.posture(), side + (isFoot ? "Ankle" : "Hand")).sub(root);
            Vector3d wanted = new Vector3d(to).sub(root).add(0, isFoot ? Proportions.ANKLE : 0, 0);
            assertThat(reached.there()).isFalse();
            assertThat(Math.toDegrees(end.angle(wanted))).isLessThan(0.1);
            assertThat(end.length()).isCloseTo(isFoot ? 83 : 57.5, org.assertj.core.api.Assertions.within(0.1));
        }
    }

    @Test
    void everyHandAndFootOfThePackagedFiguresIsWhereItReaches() {
        List<String> astray = new ArrayList<>();
        int looked = 0;
        for (Map.Entry<String, Figure> figure : PackagedFigures.all().entrySet()) {
            List<Posture> postures = new Posing().postures(figure.getValue().poses());
            for (int pose = 0; pose < postures.size(); pose++) {
                for (Map.Entry<Limb, Target> reached :
                        postures.get(pose).reached().entrySet()) {
                    looked++;
                    double away = away(postures.get(pose), reached.getKey(), reached.getValue());
                    if (away > A_CENTIMETRE) {
                        astray.add("%s pose %d: %s is %.1f cm away"
                                .formatted(
                                        figure.getKey(),
                                        pose + 1,
                                        reached.getKey().word(),
                                        away));
                    }
                }
            }
        }

        assertThat(looked).isGreaterThan(200);
        assertThat(astray).isEmpty();
    }

    static double away(Posture posture, Limb limb, Target target) {
        return at(posture, limb.word().replace("Foot", "Sole")).distance(new Vector3d(target.to()));
    }

    private Posture anyPosture() {
        return Posture.of(new Vector3d(within(-20, 20), within(20, 120), within(-20, 20)), anyAngles());
    }

    /** The hands are straight; everything else may be anything. */
    private Angles anyAngles() {
        Angles angles = Angles.NEUTRAL;
        for (String name : JointRef.names()) {
            for (JointRef joint : JointRef.named(name)) {
                if (joint.joint() != Joint.WRIST) {
                    for (Map.Entry<String, Joint.Reach> angle :
                            joint.joint().angles().entrySet()) {
                        angles = angles.with(
                                joint,
                                Map.of(
                                        angle.getKey(),
                                        within(
                                                angle.getValue().least(),
                                                angle.getValue().greatest())));
                    }
                }
            }
        }
        return angles;
    }

    private double within(double least, double greatest) {
        return least + random.nextDouble() * (greatest - least);
    }

    private Optional<Vector3d> maybe() {
        return random.nextBoolean() ? Optional.of(anyDirection()) : Optional.empty();
    }

    private Vector3d anyDirection() {
        return new Vector3d(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).normalize();
    }

    private Vector3d around(Vector3d middle, double least, double greatest) {
        return anyDirection().mul(within(least, greatest)).add(middle);
    }

    private static Vector3d at(Posture posture, String landmark) {
        return Landmark.named(landmark).orElseThrow().on(new Body(posture));
    }

    private static Target target(Vector3d to) {
        return new Target(to, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Limb hand(Side side) {
        return side == Side.LEFT ? Limb.LEFT_HAND : Limb.RIGHT_HAND;
    }

    private static Limb foot(Side side) {
        return side == Side.LEFT ? Limb.LEFT_FOOT : Limb.RIGHT_FOOT;
    }
}
