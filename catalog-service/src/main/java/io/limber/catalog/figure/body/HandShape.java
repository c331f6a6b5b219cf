package io.limber.catalog.figure.body;

/**
 * What a hand does beyond its wrist, in degrees.
 *
 * @param curl of the knuckles, toward the palm
 * @param hook of the fingers' middle joints, beyond the curl
 * @param spread between neighbouring fingers
 * @param thumb away from the palm's edge
 */
public record HandShape(double curl, double hook, double spread, double thumb) {
    static HandShape of(Angles angles, Side side) {
        JointRef fingers = new JointRef(Joint.FINGERS, side);
        return new HandShape(
                angles.of(fingers, "curl"),
                angles.of(fingers, "hook"),
                angles.of(fingers, "spread"),
                angles.of(fingers, "thumb"));
    }

    HandShape toward(HandShape other, double share) {
        return new HandShape(
                curl + share * (other.curl - curl),
                hook + share * (other.hook - hook),
                spread + share * (other.spread - spread),
                thumb + share * (other.thumb - thumb));
    }
}
