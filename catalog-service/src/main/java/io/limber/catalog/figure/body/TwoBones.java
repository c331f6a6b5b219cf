package io.limber.catalog.figure.body;

import org.joml.Matrix3d;
import org.joml.Quaterniond;
import org.joml.Quaterniondc;
import org.joml.Vector3d;
import org.joml.Vector3dc;

/**
 * A limb of two bones that bends to bring its end to a point: the law of cosines gives the bend, a direction gives the side to
 * which the middle joint points.
 */
final class TwoBones {
    /** A limb that is pulled quite straight has no plane to bend in. */
    private static final double STRAIGHT = 0.9995;

    private final double upper;
    private final double lower;
    /** 1 where the lower bone bends to the front, as at the elbow, and -1 where it bends back. */
    private final int bend;

    TwoBones(double upper, double lower, int bend) {
        this.upper = upper;
        this.lower = lower;
        this.bend = bend;
    }

    /**
     * @param upper turn of the upper bone in the room
     * @param bend degrees of the middle joint
     * @param reached whether the end comes to the point; a point too far away is pointed at
     */
    record Bent(Quaterniondc upper, double bend, boolean reached) {}

    Bent bend(Vector3dc root, Vector3dc end, Vector3dc middleTo) {
        Vector3d line = new Vector3d(end).sub(root);
        double wanted = line.length();
        double distance = Math.clamp(wanted, Math.abs(upper - lower) + 0.01, (upper + lower) * STRAIGHT);
        line.normalize();
        double along = (upper * upper - lower * lower + distance * distance) / (2 * distance);
        double aside = Math.sqrt(Math.max(0, upper * upper - along * along));
        Vector3d side = new Vector3d(middleTo).sub(new Vector3d(line).mul(line.dot(middleTo)));
        if (side.lengthSquared() < 1e-9) {
            side.set(line.y(), line.z(), line.x()).cross(line);
        }
        side.normalize();
        Vector3d middle = new Vector3d(line).mul(along).add(new Vector3d(side).mul(aside));
        Vector3d lowerLine = new Vector3d(line).mul(distance).sub(middle).normalize();
        Vector3d upperLine = new Vector3d(middle).normalize();
        double angle = Math.toDegrees(upperLine.angle(lowerLine));
        // The front of the upper bone: where the lower one goes, or away from it. Not simply away from the middle's
        // side: an end that is close to the root has the middle joint behind it.
        Vector3d front = new Vector3d(lowerLine).mul(bend);
        return new Bent(frame(upperLine, front), angle, Math.abs(wanted - distance) < 1);
    }

    /** The turn that brings "down" to {@code down} and "front" as near to {@code front} as it can. */
    static Quaterniond frame(Vector3dc down, Vector3dc front) {
        Vector3d y = new Vector3d(down).negate().normalize();
        Vector3d z = new Vector3d(front).sub(new Vector3d(y).mul(y.dot(front)));
        if (z.lengthSquared() < 1e-9) {
            z.set(y.y(), y.z(), y.x()).cross(y);
        }
        z.normalize();
        Vector3d x = new Vector3d(y).cross(z);
        return new Quaterniond().setFromNormalized(new Matrix3d(x, y, z));
    }
}
