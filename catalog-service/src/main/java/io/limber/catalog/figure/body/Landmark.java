package io.limber.catalog.figure.body;

import static io.limber.catalog.figure.body.Proportions.ANKLE;
import static io.limber.catalog.figure.body.Proportions.FINGERS;
import static io.limber.catalog.figure.body.Proportions.FOREARM;
import static io.limber.catalog.figure.body.Proportions.FOREFOOT;
import static io.limber.catalog.figure.body.Proportions.HEAD;
import static io.limber.catalog.figure.body.Proportions.HEEL;
import static io.limber.catalog.figure.body.Proportions.LUMBAR;
import static io.limber.catalog.figure.body.Proportions.PALM;
import static io.limber.catalog.figure.body.Proportions.SHANK;
import static io.limber.catalog.figure.body.Proportions.THIGH;
import static io.limber.catalog.figure.body.Proportions.UPPER_ARM;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joml.Vector3d;

/**
 * Named points on the body, which hands reach for, arrows follow and pictures are cut around.
 *
 * @param part whose frame the point is given in
 * @param x to the person's left, in centimetres; on paired parts outward
 * @param y along the part, toward the trunk or up
 * @param z to the front
 */
public record Landmark(Part part, double x, double y, double z) {
    private static final Map<String, Landmark> ALL = all();

    /** Empty when there is none of this name. */
    public static Optional<Landmark> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    public Vector3d on(Body body) {
        return body.frame(part).point(x, y, z);
    }

    private static Map<String, Landmark> all() {
        Map<String, Landmark> all = new TreeMap<>();
        all.put("head", new Landmark(Part.HEAD, 0, HEAD, 0));
        all.put("crown", new Landmark(Part.HEAD, 0, HEAD + 12, 0));
        all.put("chin", new Landmark(Part.HEAD, 0, HEAD - 11, 7));
        all.put("nose", new Landmark(Part.HEAD, 0, HEAD - 1, 12));
        all.put("forehead", new Landmark(Part.HEAD, 0, HEAD + 6, 9));
        all.put("backOfHead", new Landmark(Part.HEAD, 0, HEAD + 1, -10));
        all.put("leftEar", new Landmark(Part.HEAD, 9.5, HEAD, 0));
        all.put("rightEar", new Landmark(Part.HEAD, -9.5, HEAD, 0));
        all.put("neck", new Landmark(Part.NECK, 0, 2, -5));
        all.put("chest", new Landmark(Part.THORAX_3, 0, 0, 11));
        all.put("upperBack", new Landmark(Part.THORAX_3, 0, 0, -10));
        all.put("belly", new Landmark(Part.LUMBAR_2, 0, 0, 10));
        all.put("lowerBack", new Landmark(Part.LUMBAR_2, 0, LUMBAR / 6, -9));
        all.put("pelvis", new Landmark(Part.PELVIS, 0, 3, 0));
        all.put("seat", new Landmark(Part.PELVIS, 0, -4, -9));
        for (Side side : Side.values()) {
            pairs(all, side);
        }
        return all;
    }

    private static void pairs(Map<String, Landmark> all, Side side) {
        put(all, side, "Shoulder", "UPPER_ARM", 0, 0, 0);
        put(all, side, "UpperArm", "UPPER_ARM", 0, -UPPER_ARM / 2, 0);
        put(all, side, "Elbow", "FOREARM", 0, 0, 0);
        put(all, side, "Forearm", "FOREARM", 0, -FOREARM / 2, 0);
        put(all, side, "Wrist", "HAND", 0, 0, 0);
        put(all, side, "Hand", "HAND", 0, -PALM / 2, 0);
        put(all, side, "Fingers", "FINGERS", 0, -FINGERS / 2, 0);
        put(all, side, "Fingertips", "FINGERS", 0, -FINGERS, 0);
        put(all, side, "Ribs", "THORAX_1", 14, 0, 0);
        put(all, side, "Waist", "LUMBAR_1", 14, 3, 0);
        put(all, side, "Hip", "THIGH", 0, 0, 0);
        put(all, side, "Thigh", "THIGH", 0, -THIGH / 2, 0);
        put(all, side, "Knee", "SHANK", 0, 0, 0);
        put(all, side, "Shin", "SHANK", 0, -SHANK / 2, 0);
        put(all, side, "Ankle", "FOOT", 0, 0, 0);
        put(all, side, "Sole", "FOOT", 0, -ANKLE, 0);
        put(all, side, "Heel", "FOOT", 0, -ANKLE + 2, -HEEL);
        put(all, side, "Toes", "FOOT", 0, -ANKLE + 2, FOREFOOT);
    }

    private static void put(Map<String, Landmark> all, Side side, String name, String part, double... place) {
        all.put(side.prefix() + name, new Landmark(Part.of(side, part), side.sign() * place[0], place[1], place[2]));
    }

    @Override
    public String toString() {
        return part + Arrays.toString(new double[] {x, y, z});
    }
}
