package io.limber.catalog.figure.body;

import java.util.HashMap;
import java.util.Map;
import org.joml.Quaterniond;
import org.joml.Quaterniondc;

/** Degrees by joint and name; what is not said is zero. Never changes. */
public final class Angles {
    public static final Angles NEUTRAL = new Angles(Map.of());

    private final Map<JointRef, Map<String, Double>> degrees;

    private Angles(Map<JointRef, Map<String, Double>> degrees) {
        this.degrees = degrees;
    }

    /** The same, but for one joint's angles that are said now; its other angles stay. */
    public Angles with(JointRef joint, Map<String, Double> said) {
        Map<JointRef, Map<String, Double>> all = new HashMap<>(degrees);
        Map<String, Double> own = new HashMap<>(all.getOrDefault(joint, Map.of()));
        own.putAll(said);
        all.put(joint, Map.copyOf(own));
        return new Angles(Map.copyOf(all));
    }

    public double of(JointRef joint, String name) {
        return degrees.getOrDefault(joint, Map.of()).getOrDefault(name, 0.0);
    }

    /**
     * The rotation of what is beyond the joint, in the frame of what is before it: x to the person's left, y up, z forward.
     *
     * @param share how much of it, for joints that stand for several in a row
     */
    Quaterniond rotation(JointRef joint, double share) {
        double sign = joint.anySide().map(Side::sign).orElse(1);
        return switch (joint.joint()) {
            case PELVIS ->
                turned(0, of(joint, "turn"), 0)
                        .mul(turned(of(joint, "pitch"), 0, 0))
                        .mul(turned(0, 0, -of(joint, "roll")));
            case LUMBAR, THORAX, NECK, HEAD ->
                turned(0, share * of(joint, "turn"), 0)
                        .mul(turned(0, 0, -share * of(joint, "side")))
                        .mul(turned(share * of(joint, "flex"), 0, 0));
            case GIRDLE -> turned(0, -sign * of(joint, "forward"), sign * of(joint, "lift"));
            case SHOULDER, HIP ->
                turned(-of(joint, "flex"), 0, 0)
                        .mul(turned(0, 0, sign * of(joint, "abd")))
                        .mul(turned(0, sign * of(joint, "rot"), 0));
            case ELBOW -> turned(-of(joint, "flex"), 0, 0).mul(turned(0, -sign * of(joint, "pron"), 0));
            case WRIST -> turned(-of(joint, "dev"), 0, 0).mul(turned(0, 0, -sign * of(joint, "flex")));
            case FINGERS -> turned(0, 0, -sign * of(joint, "curl"));
            case KNEE -> turned(of(joint, "flex"), 0, 0);
            case ANKLE -> turned(-of(joint, "flex"), 0, 0);
        };
    }

    private static Quaterniond turned(double x, double y, double z) {
        return new Quaterniond().rotationXYZ(Math.toRadians(x), Math.toRadians(y), Math.toRadians(z));
    }

    static Quaterniondc none() {
        return new Quaterniond();
    }
}
