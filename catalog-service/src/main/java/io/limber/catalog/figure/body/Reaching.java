package io.limber.catalog.figure.body;

import java.util.Optional;
import org.joml.Quaterniond;
import org.joml.Quaterniondc;
import org.joml.Vector3d;
import org.joml.Vector3dc;

/** Brings hands and feet to where they are wanted. */
final class Reaching {
    private static final TwoBones ARM = new TwoBones(Proportions.UPPER_ARM, Proportions.FOREARM, 1);
    private static final TwoBones ARM_WITH_PALM =
            new TwoBones(Proportions.UPPER_ARM, Proportions.FOREARM + Proportions.PALM / 2, 1);
    private static final TwoBones LEG = new TwoBones(Proportions.THIGH, Proportions.SHANK, -1);

    private Reaching() {}

    /**
     * @param to where the middle of the palm, or the sole below the ankle, is to be
     * @param middle to which side the elbow or the knee points
     * @param ahead where the fingers or the toes point; empty: the hand goes on in the forearm's line, the toes point where the
     *     pelvis looks
     * @param face where the palm looks, or the sole; only heeded on a hand when the fingers have a direction
     */
    record Target(Vector3dc to, Optional<Vector3d> middle, Optional<Vector3d> ahead, Optional<Vector3d> face) {
        Target toward(Target other, double share) {
            return new Target(
                    new Vector3d(to).lerp(other.to, share),
                    between(middle, other.middle, share),
                    between(ahead, other.ahead, share),
                    between(face, other.face, share));
        }

        private static Optional<Vector3d> between(Optional<Vector3d> from, Optional<Vector3d> to, double share) {
            return from.isPresent() && to.isPresent()
                    ? Optional.of(new Vector3d(from.get()).normalize().lerp(new Vector3d(to.get()).normalize(), share))
                    : share < 0.5 ? from : to;
        }
    }

    /** What can reach for something, feet first: hands may hold them. */
    enum Limb {
        LEFT_FOOT(Side.LEFT, true),
        RIGHT_FOOT(Side.RIGHT, true),
        LEFT_HAND(Side.LEFT, false),
        RIGHT_HAND(Side.RIGHT, false);

        private final Side side;
        private final boolean isFoot;

        Limb(Side side, boolean isFoot) {
            this.side = side;
            this.isFoot = isFoot;
        }

        /** As in figures. */
        String word() {
            return side.prefix() + (isFoot ? "Foot" : "Hand");
        }
    }

    /** Whether it came there, and how. */
    record Reached(Posture posture, boolean there) {}

    static Reached reach(Posture posture, Limb limb, Target target) {
        Reached reached = limb.isFoot ? foot(posture, limb.side, target) : hand(posture, limb.side, target);
        return new Reached(reached.posture().reaching(limb, target), reached.there());
    }

    private static Reached hand(Posture posture, Side side, Target target) {
        Body body = new Body(posture);
        Frame shoulder = body.frame(side, "UPPER_ARM");
        Vector3d elbow =
                target.middle().orElseGet(() -> body.frame(Part.THORAX_2).direction(0.4 * side.sign(), -1, -0.5));
        if (target.ahead().isEmpty()) {
            TwoBones.Bent bent = ARM_WITH_PALM.bend(shoulder.origin(), target.to(), elbow);
            // Straight, or the palm would not come to where the forearm leads.
            Posture arm = bentArm(posture, body, side, bent).with(new JointRef(Joint.WRIST, side), Angles.none());
            return new Reached(arm, bent.reached());
        }
        Vector3d fingers = new Vector3d(target.ahead().get()).normalize();
        Vector3d wrist = new Vector3d(target.to()).sub(new Vector3d(fingers).mul(Proportions.PALM / 2));
        TwoBones.Bent bent = ARM.bend(shoulder.origin(), wrist, elbow);
        return new Reached(turnHand(bentArm(posture, body, side, bent), side, fingers, target.face()), bent.reached());
    }

    private static Posture bentArm(Posture posture, Body body, Side side, TwoBones.Bent bent) {
        Quaterniond elbow = new Quaterniond()
                .rotateX(-Math.toRadians(bent.bend()))
                .rotateY(-side.sign() * Math.toRadians(pronation(posture, side)));
        return posture.with(
                        new JointRef(Joint.SHOULDER, side),
                        local(body.frame(Part.THORAX_3).turn(), bent.upper()))
                .with(new JointRef(Joint.ELBOW, side), elbow);
    }

    private static Posture turnHand(Posture arm, Side side, Vector3d fingers, Optional<Vector3d> palm) {
        Frame forearm = new Body(arm).frame(side, "FOREARM");
        Vector3d looks = palm.orElseGet(() -> forearm.direction(-side.sign(), 0, 0));
        // The thumb's side is where front is: with the fingers down, palm to the right on the left hand.
        Vector3d thumb = new Vector3d(looks).mul(side.sign()).cross(fingers);
        Quaterniond hand = TwoBones.frame(fingers, thumb);
        return arm.with(new JointRef(Joint.WRIST, side), local(forearm.turn(), hand));
    }

    /** The part of an elbow's turn that is around the forearm. */
    private static double pronation(Posture posture, Side side) {
        Quaterniondc turn = posture.turn(new JointRef(Joint.ELBOW, side));
        return -side.sign() * Math.toDegrees(2 * Math.atan2(turn.y(), turn.w()));
    }

    private static Reached foot(Posture posture, Side side, Target target) {
        Body body = new Body(posture);
        Frame hip = body.frame(side, "THIGH");
        Frame pelvis = body.frame(Part.PELVIS);
        Vector3d sole = target.face().orElseGet(() -> new Vector3d(0, -1, 0));
        Vector3d ankle =
                new Vector3d(target.to()).sub(new Vector3d(sole).normalize().mul(Proportions.ANKLE));
        Vector3d knee = target.middle().orElseGet(() -> pelvis.direction(0, 0, 1));
        TwoBones.Bent bent = LEG.bend(hip.origin(), ankle, knee);
        Posture leg = posture.with(new JointRef(Joint.HIP, side), local(pelvis.turn(), bent.upper()))
                .with(new JointRef(Joint.KNEE, side), new Quaterniond().rotateX(Math.toRadians(bent.bend())));
        Frame shank = new Body(leg).frame(side, "SHANK");
        Vector3d toes = target.ahead().orElseGet(() -> pelvis.direction(0, 0, 1));
        return new Reached(
                leg.with(new JointRef(Joint.ANKLE, side), local(shank.turn(), TwoBones.frame(sole, toes))),
                bent.reached());
    }

    private static Quaterniond local(Quaterniondc parent, Quaterniondc inRoom) {
        return new Quaterniond(parent).conjugate().mul(inRoom);
    }
}
