package io.limber.catalog.figure.drawing;

import io.limber.catalog.figure.body.Frame;
import io.limber.catalog.figure.body.Part;
import io.limber.catalog.figure.body.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a stretch or a strain is felt. Named on figures as the side and the name: {@code leftHamstring}; in the middle of the
 * body by the name alone.
 */
public enum Muscle {
    NECK_BACK("NECK", false, new double[] {0, 1, -4.6}, new double[] {0, 8, -4.6}, 3),
    NECK_SIDE("NECK", true, new double[] {6.5, -1.5, -0.5}, new double[] {5, 7, 0}, 2.8),
    NECK_FRONT("NECK", false, new double[] {0, 1, 4.6}, new double[] {0, 6, 4.6}, 2.6),
    SHOULDER_TOP("THORAX_3", true, new double[] {7, 7.5, -1}, new double[] {14, 5, -1}, 3),
    SHOULDER_FRONT("UPPER_ARM", true, new double[] {0, 0, 4.5}, new double[] {0, -8, 4}, 3),
    SHOULDER_BACK("UPPER_ARM", true, new double[] {0, 0, -4.5}, new double[] {0, -8, -4}, 3),
    TRICEPS("UPPER_ARM", true, new double[] {0, -7, -3.4}, new double[] {0, -24, -2.6}, 2.8),
    BICEPS("UPPER_ARM", true, new double[] {0, -8, 3.2}, new double[] {0, -24, 2.6}, 2.6),
    FOREARM_PALM("FOREARM", true, new double[] {-2.6, -4, 0}, new double[] {-1.8, -20, 0}, 2.2),
    FOREARM_BACK("FOREARM", true, new double[] {2.6, -4, 0}, new double[] {1.8, -20, 0}, 2.2),
    HAND("HAND", true, new double[] {0, -2, 0}, new double[] {0, -8, 0}, 2.6),
    CHEST("THORAX_3", true, new double[] {4, -1, 9}, new double[] {13, 1, 7}, 4),
    UPPER_BACK("THORAX_2", false, new double[] {0, -3, -9}, new double[] {0, 10, -8.5}, 5),
    SHOULDER_BLADE("THORAX_3", true, new double[] {6, 2, -9}, new double[] {9, -5, -9}, 4),
    LOWER_BACK("LUMBAR_1", false, new double[] {0, -3, -8.5}, new double[] {0, 11, -8.5}, 4.6),
    BELLY("LUMBAR_1", false, new double[] {0, 0, 8.5}, new double[] {0, 12, 9}, 4.6),
    SIDE_TRUNK("LUMBAR_2", true, new double[] {11.5, -4, 0}, new double[] {12.5, 16, 0}, 3.6),
    GLUTE("PELVIS", true, new double[] {7, -2, -8.5}, new double[] {8, 4, -8.5}, 5.4),
    HIP_FRONT("THIGH", true, new double[] {0, 6, 7}, new double[] {0, -12, 6.6}, 3.6),
    HIP_SIDE("THIGH", true, new double[] {8, 3, 0}, new double[] {6.5, -14, 0}, 3.4),
    INNER_THIGH("THIGH", true, new double[] {-5.5, -4, 1}, new double[] {-4.5, -30, 1}, 3.4),
    FRONT_THIGH("THIGH", true, new double[] {0, -6, 6}, new double[] {0, -36, 4.4}, 3.4),
    HAMSTRING("THIGH", true, new double[] {0, -6, -6}, new double[] {0, -38, -4.4}, 3.4),
    CALF("SHANK", true, new double[] {0, -5, -5}, new double[] {0, -24, -3.6}, 3),
    LOWER_CALF("SHANK", true, new double[] {0, -20, -4.2}, new double[] {0, -34, -2.6}, 2.6),
    SHIN("SHANK", true, new double[] {0, -6, 4.4}, new double[] {0, -30, 3.4}, 2.4),
    ANKLE("FOOT", true, new double[] {0, 1, 2}, new double[] {0, -3, 4}, 2.6),
    EYES("HEAD", false, new double[] {-3.5, 11.5, 9.5}, new double[] {3.5, 11.5, 9.5}, 2.6);

    private final String part;
    private final boolean isPaired;
    private final double[] from;
    private final double[] to;
    private final double radius;

    Muscle(String part, boolean isPaired, double[] from, double[] to, double radius) {
        this.part = part;
        this.isPaired = isPaired;
        this.from = from;
        this.to = to;
        this.radius = radius;
    }

    /**
     * One muscle of one side.
     *
     * @param from in the frame of {@code part}; the left one's, mirrored on the right
     */
    public record Place(Part part, double[] from, double[] to, double radius) {
        Frame frame(io.limber.catalog.figure.body.Body body) {
            return body.frame(part);
        }
    }

    /** Empty when there is none of this name. */
    public static Optional<Place> named(String name) {
        for (Muscle muscle : values()) {
            if (!muscle.isPaired && name.equals(muscle.camel(""))) {
                return Optional.of(muscle.place(1, Part.valueOf(muscle.part)));
            }
            for (Side side : Side.values()) {
                boolean isLeft = side == Side.LEFT;
                if (muscle.isPaired && name.equals(muscle.camel(isLeft ? "left" : "right"))) {
                    return Optional.of(muscle.place(isLeft ? 1 : -1, Part.of(side, muscle.part)));
                }
            }
        }
        return Optional.empty();
    }

    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Muscle muscle : values()) {
            if (muscle.isPaired) {
                names.add(muscle.camel("left"));
                names.add(muscle.camel("right"));
            } else {
                names.add(muscle.camel(""));
            }
        }
        return names;
    }

    private Place place(int sign, Part where) {
        return new Place(
                where,
                new double[] {sign * from[0], from[1], from[2]},
                new double[] {sign * to[0], to[1], to[2]},
                radius);
    }

    private String camel(String side) {
        StringBuilder camel = new StringBuilder(side);
        for (String word : name().toLowerCase(java.util.Locale.ROOT).split("_", -1)) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }
}
