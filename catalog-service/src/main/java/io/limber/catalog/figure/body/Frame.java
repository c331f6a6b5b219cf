package io.limber.catalog.figure.body;

import org.joml.Quaterniondc;
import org.joml.Vector3d;
import org.joml.Vector3dc;

/**
 * Where a part of the body begins and how it is turned: x to the person's left, y along it toward the trunk (on the trunk: up),
 * z to the front.
 */
public record Frame(Vector3dc origin, Quaterniondc turn) {
    /** A point given in this frame, in the room. */
    public Vector3d point(double x, double y, double z) {
        return direction(x, y, z).add(origin);
    }

    /** A direction given in this frame, in the room. */
    public Vector3d direction(double x, double y, double z) {
        return turn.transform(new Vector3d(x, y, z));
    }
}
