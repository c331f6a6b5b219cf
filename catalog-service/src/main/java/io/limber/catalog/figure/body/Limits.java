package io.limber.catalog.figure.body;

import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3d;

/** Whether limbs that were placed by what they reach are bent as joints can bend. */
final class Limits {
    private static final double WRIST = 92;
    private static final double TOES_UP = 45;
    private static final double TOES_DOWN = 65;
    private static final double KNEE = 158;
    private static final double HIP = 145;

    private Limits() {}

    /** What is bent too far, as the name of a joint, a space and a sentence. */
    static List<String> of(Body body) {
        List<String> mistakes = new ArrayList<>();
        for (Side side : Side.values()) {
            double wrist = angle(down(body, side, "FOREARM"), down(body, side, "HAND"));
            check(mistakes, side, "Wrist", wrist, WRIST);
            check(mistakes, side, "Knee", angle(down(body, side, "THIGH"), down(body, side, "SHANK")), KNEE);
            Vector3d trunk = body.frame(Part.PELVIS).direction(0, -1, 0);
            Vector3d thigh = down(body, side, "THIGH");
            boolean isForward = thigh.dot(body.frame(Part.PELVIS).direction(0, 0, 1)) > 0;
            check(mistakes, side, "Hip", isForward ? angle(trunk, thigh) : 0, HIP);
            Vector3d sole = down(body, side, "FOOT");
            Frame foot = body.frame(side, "FOOT");
            double ankle = angle(down(body, side, "SHANK"), sole);
            boolean isUp = down(body, side, "SHANK").dot(foot.direction(0, 0, 1)) < 0;
            check(mistakes, side, "Ankle", ankle, isUp ? TOES_UP : TOES_DOWN);
        }
        return mistakes;
    }

    private static void check(List<String> mistakes, Side side, String joint, double degrees, double most) {
        if (degrees > most) {
            mistakes.add(side.prefix() + joint + " is bent by " + Math.round(degrees) + ", and a body reaches " + most);
        }
    }

    private static Vector3d down(Body body, Side side, String part) {
        return body.frame(side, part).direction(0, -1, 0);
    }

    private static double angle(Vector3d from, Vector3d to) {
        return Math.toDegrees(from.angle(to));
    }
}
