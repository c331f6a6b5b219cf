package io.limber.catalog.figure.drawing;

import io.limber.catalog.figure.body.Body;
import io.limber.catalog.figure.body.Body.Ball;
import io.limber.catalog.figure.body.Flesh;
import io.limber.catalog.figure.body.Frame;
import io.limber.catalog.figure.body.Part;
import io.limber.catalog.figure.body.Side;
import io.limber.catalog.figure.body.Trunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joml.Vector3d;

/** The marks of a body, seen by a camera. */
final class BodyDrawing {
    /** Limbs lie on the trunk rather than in it. */
    private static final double LIMB_NEARER = 3;

    /** Beyond this a limb is on the far side and shaded. */
    private static final double FAR = -5;

    private static final double NECK_FARTHER = -2;
    private static final double NECK_FROM_BEHIND = -30;
    private static final String TRUNK = "trunk";

    private final Camera camera;
    private final Person person;
    private final Body body;
    private final Map<String, Double> nearer;
    private final Frame chest;

    /**
     * @param nearer limbs drawn as if so many centimetres nearer
     */
    BodyDrawing(Camera camera, Person person, Body body, Map<String, Double> nearer) {
        this.camera = camera;
        this.person = person;
        this.body = body;
        this.nearer = nearer;
        this.chest = body.frame(Part.THORAX_2);
    }

    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        trunk(marks);
        List<Flesh> limbs = new ArrayList<>(Flesh.of(body));
        for (Side side : Side.values()) {
            limbs.addAll(Flesh.hand(body, side));
        }
        Set<String> far = far(limbs);
        limbs.stream().filter(flesh -> flesh.part() != Part.HEAD).forEach(flesh -> marks.add(flesh(flesh, far)));
        marks.addAll(new HeadDrawing(camera, person).marks(body.frame(Part.HEAD), nearer.getOrDefault("head", 0.0)));
        return marks;
    }

    private void trunk(List<Mark> marks) {
        for (boolean isLegs : new boolean[] {true, false}) {
            StringBuilder path = new StringBuilder();
            List<Dot> all = new ArrayList<>();
            for (Trunk.Piece piece : Trunk.of(body)) {
                if (piece.isLegs() == isLegs) {
                    List<Dot> dots = piece.rims().stream().map(camera::see).toList();
                    all.addAll(dots);
                    path.append(Outline.polygon(Outline.hull(dots)));
                }
            }
            if (isLegs) {
                Trunk.seat(body).forEach(ball -> path.append(Outline.circle(camera.see(ball.centre()), ball.radius())));
            } else {
                Trunk.yoke(body).forEach(balls -> path.append(skin(balls)));
            }
            double depth = all.stream().mapToDouble(Dot::depth).average().orElse(0);
            marks.add(new Mark(depth - (isLegs ? 0.5 : 0), TRUNK, isLegs ? Ink.TROUSERS : Ink.SHIRT, path.toString()));
        }
    }

    /** A sleeve beside the trunk is one piece with it; before the trunk it would vanish. */
    private boolean isOfShirt(Flesh flesh) {
        if (flesh.cover() != Flesh.Cover.SHIRT) {
            return false;
        }
        Vector3d arm = new Vector3d(flesh.balls().getLast().centre())
                .sub(flesh.balls().getFirst().centre())
                .normalize();
        return Math.abs(chest.direction(1, 0, 0).dot(camera.toward())) < 0.6 && arm.dot(camera.toward()) < 0.45;
    }

    /** The limbs on the far side, each as a whole: a hand is not of another colour than its arm. */
    private Set<String> far(List<Flesh> limbs) {
        double middle = camera.see(body.frame(Part.LUMBAR_2).origin()).depth();
        return limbs.stream()
                .map(Flesh::limb)
                .filter(limb -> limb.endsWith("Arm") || limb.endsWith("Leg"))
                .filter(limb -> limbs.stream()
                                .filter(flesh -> flesh.limb().equals(limb))
                                .mapToDouble(this::depth)
                                .average()
                                .orElse(middle)
                        < middle + FAR)
                .collect(Collectors.toSet());
    }

    private double depth(Flesh flesh) {
        return flesh.balls().stream()
                .mapToDouble(ball -> camera.see(ball.centre()).depth())
                .average()
                .orElse(0);
    }

    private Mark flesh(Flesh flesh, Set<String> far) {
        double near = flesh.part() == Part.NECK ? neck() : LIMB_NEARER;
        return new Mark(
                depth(flesh) + near + nearer.getOrDefault(flesh.limb(), 0.0),
                isOfShirt(flesh) ? TRUNK : flesh.limb(),
                Ink.of(flesh.cover(), far.contains(flesh.limb())),
                skin(flesh.balls()));
    }

    /** From behind, the shirt reaches up to the neck. */
    private double neck() {
        return chest.direction(0, 0, 1).dot(camera.toward()) < -0.2 ? NECK_FROM_BEHIND : NECK_FARTHER;
    }

    /** Each two neighbours and the skin drawn tight around them. */
    private String skin(List<Ball> balls) {
        StringBuilder path = new StringBuilder();
        for (int index = 0; index + 1 < balls.size(); index++) {
            Ball from = balls.get(index);
            Ball to = balls.get(index + 1);
            path.append(
                    Outline.capsule(camera.see(from.centre()), from.radius(), camera.see(to.centre()), to.radius()));
        }
        return path.toString();
    }
}
