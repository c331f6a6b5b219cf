package io.limber.catalog.figure.body;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One pose, as it is written down: angles in degrees, places in centimetres (x to the person's left, y up from the floor, z
 * where the person looked before turning). What is not said is as in the pose before, or in the base.
 *
 * @param step which step of the stretch it shows: 0 is the start position, 1 the first step
 * @param base where it begins; only on the first pose, or to begin anew
 * @param at the middle of the hips; a height of -1 puts the lowest part of the body on the floor
 * @param joints degrees by joint ({@link JointRef#names()}) and angle ({@link Joint#angles()})
 * @param reach hands and feet by what they reach: {@code leftHand}, {@code rightFoot}; holds until it is let go
 * @param arrows movements from the pose before, drawn
 * @param feel where the stretch is felt ({@code Muscle})
 * @param nearer limbs drawn as if so many centimetres nearer: {@code leftArm}, {@code rightLeg}, {@code head}
 * @param strap landmarks between which a towel or strap is held
 */
public record Pose(
        int step,
        @Nullable Base base,
        @Nullable List<Double> at,
        @Nullable Map<String, Map<String, Double>> joints,
        @Nullable Map<String, Reach> reach,
        @Nullable List<Arrow> arrows,
        @Nullable List<String> feel,
        @Nullable Map<String, Double> nearer,
        @Nullable List<String> strap) {

    /**
     * Where a hand (the middle of its palm) or a foot (its sole below the ankle) is to be.
     *
     * @param free true lets go of what the pose before said; nothing else is given then
     * @param on a landmark; without it {@code offset} is a place in the room
     * @param offset in the room, from the landmark
     * @param bend where elbow or knee points
     * @param ahead where fingers or toes point; needed to turn the hand away from the forearm's line
     * @param face where the palm or the sole looks
     */
    public record Reach(
            @Nullable Boolean free,
            @Nullable String on,
            @Nullable List<Double> offset,
            @Nullable List<Double> bend,
            @Nullable List<Double> ahead,
            @Nullable List<Double> face) {}

    /**
     * An arrow: the way that a landmark took from the pose before, or a line of its own.
     *
     * @param of the landmark it follows, or begins at
     * @param by where it leads from there, in the room; without it, it follows the landmark's way
     * @param offset moves the whole arrow away from the body, in the room
     * @param bow how far a line of its own bends aside, in parts of its length
     * @param both with a head at both ends
     */
    public record Arrow(
            String of,
            @Nullable List<Double> by,
            @Nullable List<Double> offset,
            @Nullable Double bow,
            @Nullable Boolean both) {}
}
