package io.limber.catalog.figure.body;

import static io.limber.catalog.figure.body.Proportions.ANKLE;
import static io.limber.catalog.figure.body.Proportions.FOREARM;
import static io.limber.catalog.figure.body.Proportions.FOREFOOT;
import static io.limber.catalog.figure.body.Proportions.HEAD;
import static io.limber.catalog.figure.body.Proportions.HEEL;
import static io.limber.catalog.figure.body.Proportions.PALM;
import static io.limber.catalog.figure.body.Proportions.SHANK;
import static io.limber.catalog.figure.body.Proportions.THIGH;
import static io.limber.catalog.figure.body.Proportions.UPPER_ARM;

import io.limber.catalog.figure.body.Body.Ball;
import java.util.ArrayList;
import java.util.List;

/**
 * What is around the bones of the head and the limbs: balls in a row, and the skin drawn tight around each two neighbours. The
 * trunk is {@link Trunk}.
 *
 * @param part what it belongs to
 * @param limb the name that neighbouring parts of one limb share
 */
public record Flesh(Part part, String limb, Cover cover, List<Ball> balls) {
    /** What one sees of it. */
    public enum Cover {
        SKIN,
        SHIRT,
        TROUSERS,
        SHOE
    }

    /** Of all limbs, the neck and the head. */
    public static List<Flesh> of(Body body) {
        List<Flesh> all = new ArrayList<>();
        Frame neck = body.frame(Part.NECK);
        all.add(new Flesh(
                Part.NECK,
                "head",
                Cover.SKIN,
                List.of(ball(neck, 0, -1, 0.5, 5.6), ball(neck, 0, Proportions.NECK, 0, 5.4))));
        Frame head = body.frame(Part.HEAD);
        all.add(new Flesh(
                Part.HEAD,
                "head",
                Cover.SKIN,
                List.of(ball(head, 0, HEAD + 1.5, 0, 10.2), ball(head, 0, HEAD - 3.5, 2.2, 8.2))));
        for (Side side : Side.values()) {
            arm(body, side, all);
            leg(body, side, all);
        }
        return all;
    }

    private static void arm(Body body, Side side, List<Flesh> all) {
        String limb = side.prefix() + "Arm";
        Frame upper = body.frame(side, "UPPER_ARM");
        all.add(new Flesh(
                Part.of(side, "UPPER_ARM"),
                limb,
                Cover.SHIRT,
                List.of(ball(upper, 0, 0, 0, 5.7), ball(upper, 0, -UPPER_ARM * 0.46, 0, 5.3))));
        all.add(new Flesh(
                Part.of(side, "UPPER_ARM"),
                limb,
                Cover.SKIN,
                List.of(ball(upper, 0, -UPPER_ARM * 0.4, 0, 4.5), ball(upper, 0, -UPPER_ARM, 0, 4))));
        Frame fore = body.frame(side, "FOREARM");
        all.add(new Flesh(
                Part.of(side, "FOREARM"),
                limb,
                Cover.SKIN,
                List.of(ball(fore, 0, 0, 0, 4), ball(fore, 0, -FOREARM * 0.3, 0, 4), ball(fore, 0, -FOREARM, 0, 2.8))));
    }

    private static void leg(Body body, Side side, List<Flesh> all) {
        String limb = side.prefix() + "Leg";
        Frame thigh = body.frame(side, "THIGH");
        all.add(new Flesh(
                Part.of(side, "THIGH"),
                limb,
                Cover.TROUSERS,
                List.of(ball(thigh, 0, 0, 0, 8.5), ball(thigh, 0, -THIGH, 0, 6))));
        Frame shank = body.frame(side, "SHANK");
        all.add(new Flesh(
                Part.of(side, "SHANK"),
                limb,
                Cover.TROUSERS,
                List.of(
                        ball(shank, 0, 0, 0, 6),
                        ball(shank, 0, -SHANK * 0.3, -1.2, 5.8),
                        ball(shank, 0, -SHANK + 3, 0, 4.2))));
        Frame foot = body.frame(side, "FOOT");
        all.add(new Flesh(
                Part.of(side, "FOOT"),
                limb,
                Cover.SHOE,
                List.of(
                        ball(foot, 0, 0.5, 0, 4),
                        ball(foot, 0, -ANKLE + 4, -HEEL + 3, 4),
                        ball(foot, 0, -ANKLE + 3.4, FOREFOOT - 5, 3.4),
                        ball(foot, 0, -ANKLE + 2.6, FOREFOOT - 2.6, 2.6))));
    }

    /** Palm, thumb and fingers. */
    public static List<Flesh> hand(Body body, Side side) {
        List<Flesh> all = new ArrayList<>();
        String limb = side.prefix() + "Arm";
        Frame hand = body.frame(side, "HAND");
        Part part = Part.of(side, "HAND");
        all.add(new Flesh(
                part,
                limb,
                Cover.SKIN,
                List.of(ball(hand, 0, 0, 0, 2.8), ball(hand, 0, -4, 1.4, 2.4), ball(hand, 0, -PALM, 2.9, 1.5))));
        all.add(new Flesh(
                part,
                limb,
                Cover.SKIN,
                List.of(ball(hand, 0, 0, 0, 2.8), ball(hand, 0, -4, -1.2, 2.4), ball(hand, 0, -PALM, -2.9, 1.5))));
        all.addAll(Fingers.of(body, side));
        return all;
    }

    static Ball ball(Frame frame, double x, double y, double z, double radius) {
        return new Ball(frame.point(x, y, z), radius);
    }
}
