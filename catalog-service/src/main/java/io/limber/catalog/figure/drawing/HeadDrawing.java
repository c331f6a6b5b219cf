package io.limber.catalog.figure.drawing;

import io.limber.catalog.figure.body.Frame;
import io.limber.catalog.figure.body.Proportions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joml.Vector3d;

/** A head: hair, and where it can be seen a simple face, which shows where the person looks. */
final class HeadDrawing {
    private static final double SKULL = 10.2;
    private static final double UP = Proportions.HEAD + 1.5;
    private static final double NEARER = 4;

    private final Camera camera;
    private final Person.Style style;

    HeadDrawing(Camera camera, Person person) {
        this.camera = camera;
        this.style = person.style();
    }

    /**
     * @param nearer how many centimetres nearer than it is
     */
    List<Mark> marks(Frame head, double nearer) {
        List<Mark> marks = new ArrayList<>();
        double depth = camera.see(head.point(0, UP, 0)).depth() + NEARER + nearer;
        boolean looksAway = head.direction(0, 0, 1).dot(camera.toward()) < -0.35;
        String jaw = ball(head, 0, Proportions.HEAD - 3.5, 2.2, 8.2);
        marks.add(new Mark(depth, "jaw", Ink.SKIN, jaw));
        String hair = ball(head, 0, UP + 0.6, -0.8, SKULL + 0.4);
        more(head).ifPresent(marks::add);
        marks.add(new Mark(depth + (looksAway ? 0.1 : 0.01), "hair", Ink.HAIR, hair));
        if (!looksAway) {
            face(head).ifPresent(path -> marks.add(new Mark(depth + 0.02, "face", Ink.SKIN, path)));
            features(head, depth, marks);
        }
        return marks;
    }

    /** Hair or cloth beyond the skull, as far away as it is. */
    private Optional<Mark> more(Frame head) {
        return switch (style) {
            case SHORT -> Optional.empty();
            case LONG -> Optional.of(behind(head, -8.5, -3.5, 9.8));
            case BUN -> Optional.of(behind(head, 9, -8, 4.6));
            case SCARF -> Optional.of(behind(head, -11.5, -3.5, 7.6));
        };
    }

    private Mark behind(Frame head, double up, double forward, double radius) {
        Dot middle = camera.see(head.point(0, UP + up, forward));
        return new Mark(middle.depth(), "hair", Ink.HAIR, Outline.circle(middle, radius));
    }

    /** The part of the skull that is face, as far as it is seen: what is within an angle around where the face looks. */
    private Optional<String> face(Frame head) {
        double reach = Math.cos(Math.toRadians(style == Person.Style.SCARF ? 62 : 74));
        Vector3d axis = new Vector3d(0, -0.3, 1).normalize();
        Vector3d toward = camera.toward();
        List<Dot> seen = new ArrayList<>();
        for (int ring = 0; ring <= 24; ring++) {
            double down = Math.PI * ring / 24;
            for (int step = 0; step < 48; step++) {
                double around = 2 * Math.PI * step / 48;
                Vector3d way = new Vector3d(
                        Math.sin(down) * Math.cos(around), Math.cos(down), Math.sin(down) * Math.sin(around));
                Vector3d inRoom = head.direction(way.x, way.y, way.z);
                if (way.dot(axis) >= reach && inRoom.dot(toward) >= 0) {
                    seen.add(camera.see(head.point(way.x * SKULL, UP + way.y * SKULL, way.z * SKULL)));
                }
            }
        }
        return seen.size() < 6
                ? Optional.empty()
                : Optional.of(Outline.polygon(Outline.hull(seen)) + ball(head, 0, Proportions.HEAD - 3.5, 2.2, 8.2));
    }

    private void features(Frame head, double depth, List<Mark> marks) {
        String nose = Outline.capsule(
                camera.see(head.point(0, UP - 0.5, 9.6)), 1.2, camera.see(head.point(0, UP - 3, 10.8)), 1.6);
        if (sees(head, 0, -0.2, 1, -0.1)) {
            marks.add(new Mark(depth + 0.03, "face", Ink.SKIN, nose));
        }
        for (int side : new int[] {1, -1}) {
            if (sees(head, side * 0.36, 0.1, 0.93, 0.12)) {
                marks.add(new Mark(depth + 0.05, "eyes", Ink.EYE, ball(head, side * 3.7, UP + 0.6, 9.4, 1)));
            }
            if (style != Person.Style.SCARF && sees(head, side, 0, -0.1, 0.1)) {
                marks.add(new Mark(depth + 0.06, "ear", Ink.SKIN, ball(head, side * 10, UP - 2, -0.6, 2.1)));
            }
        }
        if (sees(head, 0, -0.4, 0.9, 0.05) && isUpright(head)) {
            List<Dot> smile = IntStream.rangeClosed(-2, 2)
                    .mapToObj(step -> camera.see(head.point(
                            step * 1.5, Proportions.HEAD - 5.2 + 0.28 * step * step, 10.2 - 0.3 * step * step)))
                    .toList();
            marks.add(new Mark(depth + 0.05, "smile", Ink.FACE, Outline.through(smile)));
        }
    }

    /** A smile that lies on its side, or upside down, reads as something else. */
    private boolean isUpright(Frame head) {
        Dot low = camera.see(head.origin());
        Dot high = camera.see(head.point(0, 1, 0));
        return low.y() - high.y() > 0.45;
    }

    private boolean sees(Frame head, double x, double y, double z, double least) {
        return head.direction(x, y, z).normalize().dot(camera.toward()) > least;
    }

    private String ball(Frame head, double x, double y, double z, double radius) {
        return Outline.circle(camera.see(head.point(x, y, z)), radius);
    }
}
