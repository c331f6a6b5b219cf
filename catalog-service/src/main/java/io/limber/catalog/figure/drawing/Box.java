package io.limber.catalog.figure.drawing;

import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3d;

/**
 * A box in the room.
 *
 * @param x middle of its bottom, like {@code y} and {@code z}
 * @param turn degrees around its own upright line
 */
record Box(double x, double y, double z, double width, double height, double depth, double turn, Ink ink) {
    List<Vector3d> corners() {
        List<Vector3d> corners = new ArrayList<>();
        for (double dx : new double[] {-width / 2, width / 2}) {
            for (double dy : new double[] {0, height}) {
                for (double dz : new double[] {-depth / 2, depth / 2}) {
                    corners.add(new Vector3d(dx, dy, dz)
                            .rotateY(Math.toRadians(turn))
                            .add(x, y, z));
                }
            }
        }
        return corners;
    }
}
