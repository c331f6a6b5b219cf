package io.limber.catalog.figure.drawing;

import io.limber.catalog.figure.Figure;
import io.limber.catalog.figure.body.Body;
import io.limber.catalog.figure.body.Flesh;
import io.limber.catalog.figure.body.Landmark;
import io.limber.catalog.figure.body.Part;
import io.limber.catalog.figure.body.Pose;
import io.limber.catalog.figure.body.Posing;
import io.limber.catalog.figure.body.Posture;
import io.limber.catalog.figure.body.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joml.Vector3d;

/** Draws the poses of one figure, all in the same frame. */
public final class Studio {
    private static final double MARGIN = 8;
    private static final double AROUND_FLESH = 10;
    private static final double AROUND_ARROWS = 5;
    /** From this width on, in centimetres, lines have their full width. */
    private static final double LIFE_SIZE = 150;

    private static final double ON_HAND = 950;
    private static final double NEAR_FLOOR = 30;

    private final Figure figure;
    private final Person person;
    private final List<Posture> postures;
    private final List<Map<String, Double>> nearer;
    private final Bounds bounds;
    private final double scale;

    public Studio(String stretchId, Figure figure) {
        this.figure = figure;
        this.person = Person.of(stretchId);
        this.postures = new Posing().postures(figure.poses());
        this.nearer = nearer();
        this.bounds = bounds();
        this.scale = Math.clamp(Math.max(bounds.width(), bounds.height()) / LIFE_SIZE, 0.4, 1);
    }

    /** Of lines: thinner in close-ups. */
    double scale() {
        return scale;
    }

    public int poses() {
        return postures.size();
    }

    Bounds frame() {
        return bounds;
    }

    Person person() {
        return person;
    }

    /** One key pose with its arrows and where it is felt. */
    Picture pose(int index) {
        Pose pose = figure.poses().get(index);
        Body body = new Body(postures.get(index));
        List<Mark> marks = room(body, index);
        marks.addAll(new FeltDrawing(figure.camera()).marks(body, orNone(pose.feel())));
        marks.addAll(new ArrowDrawing(figure.camera(), scale)
                .marks(postures.get(Math.max(0, index - 1)), postures.get(index), orNone(pose.arrows())));
        return Picture.of(marks);
    }

    /** On the way from one key pose to the next, without arrows. */
    Picture between(int from, int to, double share) {
        Body body = new Body(postures.get(from).toward(postures.get(to), share));
        int like = share < 0.5 ? from : to;
        List<Mark> marks = room(body, like);
        marks.addAll(new FeltDrawing(figure.camera())
                .marks(body, orNone(figure.poses().get(like).feel())));
        return Picture.of(marks);
    }

    private List<Mark> room(Body body, int pose) {
        List<Mark> marks = new ArrayList<>(new BodyDrawing(figure.camera(), person, body, nearer.get(pose)).marks());
        marks.addAll(new PropDrawing(figure.camera()).marks(orNone(figure.props()), pose));
        marks.add(shadow(body));
        List<Dot> strap = orNone(figure.poses().get(pose).strap()).stream()
                .flatMap(name -> Landmark.named(name).stream())
                .map(landmark -> figure.camera().see(landmark.on(body)))
                .toList();
        if (strap.size() > 1) {
            marks.add(new Mark(ON_HAND, "strap", Ink.STRAP, Outline.line(strap)));
        }
        return marks;
    }

    /** What a pose says holds until another one says otherwise. */
    private List<Map<String, Double>> nearer() {
        List<Map<String, Double>> all = new ArrayList<>();
        Map<String, Double> known = new HashMap<>();
        for (Pose pose : figure.poses()) {
            if (pose.nearer() != null) {
                known.putAll(pose.nearer());
            }
            all.add(Map.copyOf(known));
        }
        return all;
    }

    /** What the body shades of the floor when light comes from above: grounds the figure. */
    private Mark shadow(Body body) {
        List<Dot> dots = new ArrayList<>();
        for (Flesh flesh : Flesh.of(body)) {
            for (Body.Ball ball : flesh.balls()) {
                for (int step = 0; step < 8 && ball.centre().y() < NEAR_FLOOR; step++) {
                    double angle = Math.PI * step / 4;
                    dots.add(figure.camera()
                            .see(new Vector3d(
                                    ball.centre().x() + ball.radius() * Math.cos(angle),
                                    0,
                                    ball.centre().z() + ball.radius() * Math.sin(angle))));
                }
            }
        }
        return new Mark(-3000, "shadow", Ink.GROUND, dots.isEmpty() ? "" : Outline.polygon(Outline.hull(dots)));
    }

    private Bounds bounds() {
        List<Dot> dots = new ArrayList<>();
        List<String> focus = orNone(figure.focus());
        List<Dot> arrows = new ArrayList<>();
        for (int index = 0; index < postures.size(); index++) {
            Body body = new Body(postures.get(index));
            arrows.addAll(arrows(index));
            if (focus.isEmpty()) {
                all(body, dots);
            }
            focus.forEach(name -> Landmark.named(name)
                    .ifPresent(landmark -> dots.add(figure.camera().see(landmark.on(body)))));
        }
        if (focus.isEmpty()) {
            for (Prop prop : orNone(figure.props())) {
                if (prop.kind() != Prop.Kind.WALL && prop.kind() != Prop.Kind.DOORWAY) {
                    prop.boxes()
                            .forEach(box -> box.corners()
                                    .forEach(corner -> dots.add(figure.camera().see(corner))));
                    for (double[] crown : prop.crowns()) {
                        Dot middle = figure.camera().see(new Vector3d(crown[0], crown[1], crown[2]));
                        dots.add(middle.plus(-crown[3], -crown[3]));
                        dots.add(middle.plus(crown[3], crown[3]));
                    }
                }
            }
        }
        double margin = figure.margin() == null ? MARGIN : figure.margin();
        Bounds seen = Bounds.around(dots, focus.isEmpty() ? margin : margin + AROUND_FLESH);
        return arrows.isEmpty() ? seen : Bounds.around(List.of(seen, Bounds.around(arrows, AROUND_ARROWS)));
    }

    private List<Dot> arrows(int pose) {
        ArrowDrawing drawing = new ArrowDrawing(figure.camera(), 1);
        Posture before = postures.get(Math.max(0, pose - 1));
        return orNone(figure.poses().get(pose).arrows()).stream()
                .flatMap(arrow -> Landmark.named(arrow.of()).stream()
                        .flatMap(landmark -> drawing.line(before, postures.get(pose), arrow, landmark).stream()))
                .toList();
    }

    private void all(Body body, List<Dot> dots) {
        List<Flesh> flesh = new ArrayList<>(Flesh.of(body));
        for (Side side : Side.values()) {
            flesh.addAll(Flesh.hand(body, side));
        }
        for (Flesh piece : flesh) {
            for (Body.Ball ball : piece.balls()) {
                Dot dot = figure.camera().see(ball.centre());
                dots.add(dot.plus(-ball.radius(), -ball.radius()));
                dots.add(dot.plus(ball.radius(), ball.radius()));
            }
        }
        dots.add(figure.camera().see(body.frame(Part.PELVIS).point(0, 0, -12)));
    }

    private static <T> List<T> orNone(@org.jspecify.annotations.Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
