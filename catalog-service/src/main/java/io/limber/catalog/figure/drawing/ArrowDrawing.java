package io.limber.catalog.figure.drawing;

import io.limber.catalog.figure.body.Body;
import io.limber.catalog.figure.body.Landmark;
import io.limber.catalog.figure.body.Pose;
import io.limber.catalog.figure.body.Posing;
import io.limber.catalog.figure.body.Posture;
import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3d;

/** Arrows that show a movement. */
final class ArrowDrawing {
    private static final int STEPS = 10;
    private static final double HEAD = 5;
    private static final double ON_TOP = 1000;

    private final Camera camera;
    private final double scale;

    /**
     * @param scale of heads: smaller in close-ups
     */
    ArrowDrawing(Camera camera, double scale) {
        this.camera = camera;
        this.scale = scale;
    }

    /**
     * @param before the posture of the pose before
     */
    List<Mark> marks(Posture before, Posture now, List<Pose.Arrow> arrows) {
        List<Mark> marks = new ArrayList<>();
        for (Pose.Arrow arrow : arrows) {
            Landmark.named(arrow.of()).ifPresent(landmark -> {
                List<Dot> line = line(before, now, arrow, landmark);
                marks.add(new Mark(ON_TOP, "arrow", Ink.ARROW, Outline.through(line)));
                marks.add(new Mark(ON_TOP, "arrow", Ink.ARROW, head(line.get(line.size() - 2), line.getLast())));
                if (Boolean.TRUE.equals(arrow.both())) {
                    marks.add(new Mark(ON_TOP, "arrow", Ink.ARROW, head(line.get(1), line.getFirst())));
                }
            });
        }
        return marks;
    }

    List<Dot> line(Posture before, Posture now, Pose.Arrow arrow, Landmark landmark) {
        Vector3d offset = Posing.vector(arrow.offset()).orElseGet(Vector3d::new);
        List<Dot> line = new ArrayList<>();
        Vector3d by = Posing.vector(arrow.by()).orElse(null);
        if (by != null) {
            Vector3d from = landmark.on(new Body(now)).add(offset);
            Dot start = camera.see(from);
            Dot end = camera.see(new Vector3d(from).add(by));
            double bow = arrow.bow() == null ? 0 : arrow.bow();
            for (int step = 0; step <= STEPS; step++) {
                double share = (double) step / STEPS;
                double aside = bow * 4 * share * (1 - share);
                line.add(new Dot(
                        start.x() + share * (end.x() - start.x()) + aside * (end.y() - start.y()),
                        start.y() + share * (end.y() - start.y()) - aside * (end.x() - start.x()),
                        0));
            }
            return line;
        }
        for (int step = 0; step <= STEPS; step++) {
            Body body = new Body(before.toward(now, (double) step / STEPS));
            line.add(camera.see(landmark.on(body).add(offset)));
        }
        return line;
    }

    private String head(Dot from, Dot tip) {
        double line = Math.atan2(tip.y() - from.y(), tip.x() - from.x());
        Dot left = tip.plus(HEAD * scale * Math.cos(line + 2.6), HEAD * scale * Math.sin(line + 2.6));
        Dot right = tip.plus(HEAD * scale * Math.cos(line - 2.6), HEAD * scale * Math.sin(line - 2.6));
        return "M" + Outline.at(left) + "L" + Outline.at(tip) + "L" + Outline.at(right);
    }
}
