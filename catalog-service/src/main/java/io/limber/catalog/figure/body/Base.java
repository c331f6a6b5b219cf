package io.limber.catalog.figure.body;

import java.util.Map;
import org.joml.Vector3d;
import org.joml.Vector3dc;

/** Postures to begin with. */
public enum Base {
    STANDING(Map.of(), Double.NaN),
    /** On a chair of 41 cm with the soles on the floor. */
    SITTING(
            Map.of(
                    "hips", Map.of("flex", 90.0, "abd", 6.0),
                    "knees", Map.of("flex", 90.0),
                    "shoulders", Map.of("flex", 18.0),
                    "elbows", Map.of("flex", 50.0, "pron", 60.0)),
            Proportions.SHANK + Proportions.ANKLE),
    /** On the back, the head where z is negative; legs straight. */
    SUPINE(Map.of("pelvis", Map.of("pitch", -90.0), "shoulders", Map.of("abd", 14.0)), Double.NaN),
    /** On the back with bent knees and the soles on the floor. */
    CROOK_LYING(
            Map.of(
                    "pelvis", Map.of("pitch", -90.0),
                    "shoulders", Map.of("abd", 14.0),
                    "hips", Map.of("flex", 50.0),
                    "knees", Map.of("flex", 100.0)),
            Double.NaN),
    /** On the front, the head where z is positive. */
    PRONE(Map.of("pelvis", Map.of("pitch", 90.0), "ankles", Map.of("flex", -50.0)), Double.NaN),
    /** On the right side, knees and hips bent, the head where x is negative. */
    SIDE_LYING(
            Map.of(
                    "pelvis", Map.of("roll", -90.0),
                    "hips", Map.of("flex", 45.0),
                    "knees", Map.of("flex", 60.0)),
            Double.NaN),
    ALL_FOURS(
            Map.of(
                    "pelvis", Map.of("pitch", 90.0),
                    "hips", Map.of("flex", 90.0),
                    "knees", Map.of("flex", 90.0),
                    "ankles", Map.of("flex", -50.0),
                    "shoulders", Map.of("flex", 90.0),
                    "neck", Map.of("flex", -10.0)),
            Double.NaN),
    /** The left foot in front, the right knee on the floor. */
    HALF_KNEELING(
            Map.of(
                    "leftHip", Map.of("flex", 90.0),
                    "leftKnee", Map.of("flex", 90.0),
                    "rightKnee", Map.of("flex", 90.0),
                    "rightAnkle", Map.of("flex", -50.0)),
            Double.NaN),
    KNEELING(Map.of("knees", Map.of("flex", 90.0), "ankles", Map.of("flex", -50.0)), Double.NaN),
    /** On the floor with straight legs. */
    LONG_SITTING(Map.of("hips", Map.of("flex", 90.0)), Double.NaN);

    private final Angles angles;
    private final double pelvisHeight;

    Base(Map<String, Map<String, Double>> joints, double pelvisHeight) {
        Angles built = Angles.NEUTRAL;
        for (Map.Entry<String, Map<String, Double>> joint : joints.entrySet()) {
            for (JointRef ref : JointRef.named(joint.getKey())) {
                built = built.with(ref, joint.getValue());
            }
        }
        this.angles = built;
        this.pelvisHeight = pelvisHeight;
    }

    public Angles angles() {
        return angles;
    }

    /** Where the pelvis is; without a height of its own the lowest part of the body rests on the floor. */
    Vector3dc place() {
        return new Vector3d(0, pelvisHeight, 0);
    }
}
