package io.limber.catalog.figure.drawing;

import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3d;

/** Chairs, walls and the like. */
final class PropDrawing {
    private static final double BEHIND = -2000;
    private static final double BEFORE = 900;

    private final Camera camera;

    PropDrawing(Camera camera) {
        this.camera = camera;
    }

    List<Mark> marks(List<Prop> props, int pose) {
        List<Mark> marks = new ArrayList<>();
        int order = 0;
        for (Prop prop : props.stream().filter(prop -> prop.isIn(pose)).toList()) {
            for (Box box : prop.boxes()) {
                List<Dot> dots = box.corners().stream().map(camera::see).toList();
                double depth = dots.stream().mapToDouble(Dot::depth).average().orElse(0);
                marks.add(
                        new Mark(place(prop, depth), "prop" + order++, box.ink(), Outline.polygon(Outline.hull(dots))));
            }
            for (double[] crown : prop.crowns()) {
                Dot middle = camera.see(new Vector3d(crown[0], crown[1], crown[2]));
                marks.add(new Mark(
                        place(prop, middle.depth()), "prop" + order++, Ink.LEAF, Outline.circle(middle, crown[3])));
            }
        }
        return marks;
    }

    private static double place(Prop prop, double depth) {
        if (prop.isOver()) {
            return BEFORE + depth / 1000;
        }
        return prop.isUnder() ? BEHIND + depth / 1000 : depth;
    }
}
