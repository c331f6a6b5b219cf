package io.limber.catalog.figure.body;

import java.util.List;
import java.util.Map;

/**
 * A joint and the angles it has, in degrees; zero is standing upright with hanging arms and the thumbs forward. What a
 * healthy adult can reach bounds each angle: AAOS, "Joint Motion" (1965), widened a little where a figure has fewer joints than
 * a body.
 */
public enum Joint {
    /** How the whole figure lies in the room: {@code pitch} forward, {@code roll} to the left, {@code turn} to the left. */
    PELVIS(Map.of("pitch", new Reach(-180, 180), "roll", new Reach(-180, 180), "turn", new Reach(-180, 180))),
    LUMBAR(Spans.trunk(55, 35, 35, 20)),
    THORAX(Spans.trunk(45, 30, 30, 40)),
    NECK(Spans.trunk(50, 45, 40, 60)),
    HEAD(Spans.trunk(30, 30, 15, 30)),
    /** The shoulder blade: {@code lift} to the ear, {@code forward} around the ribs. */
    GIRDLE(Map.of("lift", new Reach(-15, 30), "forward", new Reach(-25, 25))),
    SHOULDER(Map.of("flex", new Reach(-60, 180), "abd", new Reach(-80, 180), "rot", new Reach(-100, 100))),
    /** {@code pron} turns the palm from facing the body to the back. */
    ELBOW(Map.of("flex", new Reach(-5, 152), "pron", new Reach(-95, 95))),
    /** {@code flex} toward the palm, {@code dev} toward the thumb. */
    WRIST(Map.of("flex", new Reach(-85, 90), "dev", new Reach(-40, 30))),
    /**
     * {@code curl} of the knuckles, {@code hook} of the middle joints beyond it, {@code spread} between the fingers,
     * {@code thumb} away from the palm.
     */
    FINGERS(Map.of(
            "curl", new Reach(-20, 100),
            "hook", new Reach(-100, 100),
            "spread", new Reach(0, 25),
            "thumb", new Reach(-60, 80))),
    HIP(Map.of("flex", new Reach(-35, 140), "abd", new Reach(-40, 75), "rot", new Reach(-50, 80))),
    KNEE(Map.of("flex", new Reach(-5, 155))),
    /** {@code flex} lifts the toes. */
    ANKLE(Map.of("flex", new Reach(-55, 40)));

    private final Map<String, Reach> angles;

    Joint(Map<String, Reach> angles) {
        this.angles = angles;
    }

    /** What it can reach, by the angle's name. */
    public Map<String, Reach> angles() {
        return angles;
    }

    /** Whether there is one on each side. */
    public boolean isPaired() {
        return switch (this) {
            case PELVIS, LUMBAR, THORAX, NECK, HEAD -> false;
            case GIRDLE, SHOULDER, ELBOW, WRIST, FINGERS, HIP, KNEE, ANKLE -> true;
        };
    }

    /** From the middle outward. */
    static List<Joint> all() {
        return List.of(values());
    }

    /** Least and greatest degrees. */
    public record Reach(int least, int greatest) {
        public boolean has(double degrees) {
            return degrees >= least && degrees <= greatest;
        }
    }

    private static final class Spans {
        static Map<String, Reach> trunk(int flexion, int extension, int side, int turn) {
            return Map.of(
                    "flex", new Reach(-extension, flexion),
                    "side", new Reach(-side, side),
                    "turn", new Reach(-turn, turn));
        }
    }
}
