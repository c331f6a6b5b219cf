package io.limber.catalog.figure.body;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joml.Quaterniond;
import org.joml.Quaterniondc;
import org.joml.Vector3d;
import org.joml.Vector3dc;

/** A posture in the room: the frame of each part, found by going from the pelvis outward. */
public final class Body {
    private final Posture posture;
    private final Map<Part, Frame> frames = new EnumMap<>(Part.class);
    private final List<Frame> spine = new ArrayList<>();

    public Body(Posture posture) {
        this.posture = posture;
        Quaterniond pelvis = new Quaterniond(turn(Joint.PELVIS, null));
        Frame root = new Frame(new Vector3d(posture.pelvis()), pelvis);
        put(Part.PELVIS, root);
        placeTrunk(root);
        for (Side side : Side.values()) {
            placeLeg(side, root);
            placeArm(side);
        }
    }

    /** How many equal parts a joint stands for. */
    static int segments(Joint joint) {
        return joint == Joint.LUMBAR || joint == Joint.THORAX ? 3 : 1;
    }

    public Posture posture() {
        return posture;
    }

    public Frame frame(Part part) {
        return Objects.requireNonNull(frames.get(part));
    }

    public Frame frame(Side side, String part) {
        return frame(Part.of(side, part));
    }

    /** From the hips' middle up to the neck's base: where each part of the trunk begins, and last where it ends. */
    public List<Frame> spine() {
        return List.copyOf(spine);
    }

    private void placeTrunk(Frame root) {
        spine.add(root);
        Frame at = new Frame(root.point(0, Proportions.PELVIS, 0), root.turn());
        at = chain(at, Joint.LUMBAR, Proportions.LUMBAR, List.of(Part.LUMBAR_1, Part.LUMBAR_2, Part.LUMBAR_3));
        at = chain(at, Joint.THORAX, Proportions.THORAX, List.of(Part.THORAX_1, Part.THORAX_2, Part.THORAX_3));
        spine.add(at);
        Frame neck = turned(at, Joint.NECK, null);
        put(Part.NECK, neck);
        put(Part.HEAD, turned(new Frame(neck.point(0, Proportions.NECK, 0), neck.turn()), Joint.HEAD, null));
    }

    private Frame chain(Frame from, Joint joint, double length, List<Part> parts) {
        Frame at = from;
        for (Part part : parts) {
            Frame own = turned(at, joint, null);
            put(part, own);
            spine.add(own);
            at = new Frame(own.point(0, length / parts.size(), 0), own.turn());
        }
        return at;
    }

    private void placeArm(Side side) {
        Frame chest = frame(Part.THORAX_3);
        Quaterniond girdle = new Quaterniond(chest.turn()).mul(turn(Joint.GIRDLE, side));
        double up = Proportions.THORAX / 3 - Proportions.SHOULDER_DROP;
        Vector3d shoulder = girdle.transform(new Vector3d(side.sign() * Proportions.SHOULDER_HALF, 0, 0))
                .add(chest.point(0, up, 0));
        Frame upper = turned(new Frame(shoulder, chest.turn()), Joint.SHOULDER, side);
        Frame fore = turned(new Frame(upper.point(0, -Proportions.UPPER_ARM, 0), upper.turn()), Joint.ELBOW, side);
        Frame hand = turned(new Frame(fore.point(0, -Proportions.FOREARM, 0), fore.turn()), Joint.WRIST, side);
        Frame fingers = turned(new Frame(hand.point(0, -Proportions.PALM, 0), hand.turn()), Joint.FINGERS, side);
        put(Part.of(side, "UPPER_ARM"), upper);
        put(Part.of(side, "FOREARM"), fore);
        put(Part.of(side, "HAND"), hand);
        put(Part.of(side, "FINGERS"), fingers);
    }

    private void placeLeg(Side side, Frame root) {
        Vector3d hip = root.point(side.sign() * Proportions.HIP_HALF, 0, 0);
        Frame thigh = turned(new Frame(hip, root.turn()), Joint.HIP, side);
        Frame shank = turned(new Frame(thigh.point(0, -Proportions.THIGH, 0), thigh.turn()), Joint.KNEE, side);
        Frame foot = turned(new Frame(shank.point(0, -Proportions.SHANK, 0), shank.turn()), Joint.ANKLE, side);
        put(Part.of(side, "THIGH"), thigh);
        put(Part.of(side, "SHANK"), shank);
        put(Part.of(side, "FOOT"), foot);
    }

    private Frame turned(Frame frame, Joint joint, @org.jspecify.annotations.Nullable Side side) {
        return new Frame(frame.origin(), new Quaterniond(frame.turn()).mul(turn(joint, side)));
    }

    private Quaterniondc turn(Joint joint, @org.jspecify.annotations.Nullable Side side) {
        return posture.turn(new JointRef(joint, side));
    }

    private void put(Part part, Frame frame) {
        frames.put(part, frame);
    }

    /** How low the body reaches, flesh included. */
    double lowest() {
        double least = Double.MAX_VALUE;
        for (Flesh flesh : Flesh.of(this)) {
            for (Ball ball : flesh.balls()) {
                least = Math.min(least, ball.centre().y() - ball.radius());
            }
        }
        return least;
    }

    /** A round piece of the body. */
    public record Ball(Vector3dc centre, double radius) {}
}
