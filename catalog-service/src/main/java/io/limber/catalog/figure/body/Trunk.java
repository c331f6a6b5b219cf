package io.limber.catalog.figure.body;

import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3d;

/** The trunk as slices across the spine, ellipses that are wider than deep; its skin is drawn tight around each two neighbours. */
public final class Trunk {
    /** Half width, half depth and how far it lies before the spine, from the hips' middle to the neck's base. */
    private static final double[][] SLICES = {
        {15.5, 10.5, 0},
        {15.2, 10.2, 0},
        {14.2, 9.4, 0.5},
        {13.8, 9.2, 0.8},
        {14.6, 9.8, 1},
        {16, 10.4, 1},
        {17, 9.6, 0.4},
        {9.5, 6, -0.5},
    };

    private static final int CORNERS = 16;

    private Trunk() {}

    /**
     * @param isLegs whether trousers cover it, else a shirt
     * @param rims the two ellipses, as points in the room
     */
    public record Piece(boolean isLegs, List<Vector3d> rims) {}

    /** What the trunk ends in below. */
    public static List<Body.Ball> seat(Body body) {
        Frame pelvis = body.frame(Part.PELVIS);
        return List.of(Flesh.ball(pelvis, 7, -0.5, -3, 8.4), Flesh.ball(pelvis, -7, -0.5, -3, 8.4));
    }

    /** From the neck's base to each shoulder: two balls each, with the skin drawn tight around them. */
    public static List<List<Body.Ball>> yoke(Body body) {
        Frame top = body.frame(Part.THORAX_3);
        List<List<Body.Ball>> yoke = new ArrayList<>();
        for (Side side : Side.values()) {
            Frame shoulder = body.frame(side, "UPPER_ARM");
            yoke.add(List.of(
                    Flesh.ball(top, side.sign() * 4, Proportions.THORAX / 3 - 3.4, -0.6, 4.6),
                    Flesh.ball(shoulder, 0, 0, 0, 5.7)));
        }
        return yoke;
    }

    /** From the hips upward. */
    public static List<Piece> of(Body body) {
        List<Frame> spine = body.spine();
        List<Piece> pieces = new ArrayList<>();
        for (int node = 0; node + 1 < spine.size(); node++) {
            Frame lower = spine.get(node);
            Frame upper = spine.get(node + 1);
            pieces.add(piece(node == 0, slice(lower, SLICES[node]), slice(upper, SLICES[node + 1])));
        }
        return pieces;
    }

    private static Piece piece(boolean isLegs, List<Vector3d> lower, List<Vector3d> upper) {
        List<Vector3d> rims = new ArrayList<>(lower);
        rims.addAll(upper);
        return new Piece(isLegs, rims);
    }

    private static List<Vector3d> slice(Frame frame, double[] size) {
        List<Vector3d> rim = new ArrayList<>();
        for (int corner = 0; corner < CORNERS; corner++) {
            double angle = 2 * Math.PI * corner / CORNERS;
            rim.add(frame.point(size[0] * Math.cos(angle), 0, size[1] * Math.sin(angle) + size[2]));
        }
        return rim;
    }
}
