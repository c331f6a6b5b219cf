package io.limber.catalog.figure.body;

import io.limber.catalog.figure.body.Body.Ball;
import io.limber.catalog.figure.body.Flesh.Cover;
import java.util.ArrayList;
import java.util.List;
import org.joml.Quaterniond;

/** Four fingers of two bends, and a thumb. */
final class Fingers {
    /** From the index to the little finger: across the palm, in centimetres, and how long it is in parts of the longest. */
    private static final double[][] FINGERS = {{3.0, 0.94}, {1.05, 1}, {-0.95, 0.95}, {-2.9, 0.78}};

    private static final double FIRST = 0.5;
    private static final double THICK = 1.05;
    private static final double THUMB_BASE = 4;
    private static final double THUMB = 3.4;
    private static final double THUMB_REST = 22;

    private Fingers() {}

    static List<Flesh> of(Body body, Side side) {
        HandShape shape = body.posture().hand(side);
        Frame knuckles = body.frame(side, "FINGERS");
        List<Flesh> all = new ArrayList<>();
        for (int finger = 0; finger < FINGERS.length; finger++) {
            all.add(finger(knuckles, side, shape, finger));
        }
        all.add(thumb(body.frame(side, "HAND"), side, shape));
        return all;
    }

    private static Flesh finger(Frame knuckles, Side side, HandShape shape, int finger) {
        double across = FINGERS[finger][0];
        double length = Proportions.FINGERS * FINGERS[finger][1];
        double aside = Math.toRadians((1.5 - finger) * shape.spread());
        Frame base = new Frame(knuckles.point(0, 0.3, across), new Quaterniond(knuckles.turn()).rotateX(-aside));
        Frame bend = new Frame(
                base.point(0, -length * FIRST, 0),
                new Quaterniond(base.turn()).rotateZ(-side.sign() * Math.toRadians(shape.curl() + shape.hook())));
        return flesh(
                side,
                Flesh.ball(base, 0, 0, 0, THICK + 0.1),
                Flesh.ball(bend, 0, 0, 0, THICK),
                Flesh.ball(bend, 0, -length * (1 - FIRST), 0, THICK - 0.15));
    }

    private static Flesh thumb(Frame hand, Side side, HandShape shape) {
        double away = Math.toRadians(THUMB_REST + shape.thumb());
        Frame base = new Frame(hand.point(0, -THUMB_BASE + 1, 2.4), new Quaterniond(hand.turn()).rotateX(-away));
        Frame bend = new Frame(base.point(0, -THUMB, 0), new Quaterniond(base.turn()).rotateX(away * 0.4));
        return flesh(
                side,
                Flesh.ball(base, 0, 0, 0, 1.6),
                Flesh.ball(bend, 0, 0, 0, 1.3),
                Flesh.ball(bend, 0, -THUMB, 0, 1.1));
    }

    private static Flesh flesh(Side side, Ball... balls) {
        return new Flesh(Part.of(side, "FINGERS"), side.prefix() + "Arm", Cover.SKIN, List.of(balls));
    }
}
