package io.limber.catalog.figure.drawing;

import org.joml.Vector3d;
import org.joml.Vector3dc;

/**
 * A viewer far away, so that nothing shrinks with distance.
 *
 * @param yaw degrees around the person: 0 sees the front, 90 sees the person look to the right, 180 sees the back
 * @param pitch degrees from which it looks down
 */
public record Camera(double yaw, double pitch) {
    public Camera {
        if (!Double.isFinite(yaw)) {
            throw new IllegalArgumentException("yaw is a number of degrees");
        }
        if (!(pitch >= -90 && pitch <= 90)) {
            throw new IllegalArgumentException("pitch is from -90 to 90");
        }
    }

    Dot see(Vector3dc point) {
        Vector3d right = right();
        Vector3d toward = toward();
        Vector3d up = new Vector3d(toward).cross(right);
        return new Dot(right.dot(point), -up.dot(point), toward.dot(point));
    }

    /** To the viewer. */
    Vector3d toward() {
        double around = Math.toRadians(yaw);
        double down = Math.toRadians(pitch);
        return new Vector3d(-Math.sin(around) * Math.cos(down), Math.sin(down), Math.cos(around) * Math.cos(down));
    }

    private Vector3d right() {
        double around = Math.toRadians(yaw);
        return new Vector3d(Math.cos(around), 0, Math.sin(around));
    }
}
