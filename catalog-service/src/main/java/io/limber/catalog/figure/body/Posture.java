package io.limber.catalog.figure.body;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.joml.Quaterniond;
import org.joml.Quaterniondc;
import org.joml.Vector3d;
import org.joml.Vector3dc;

/**
 * Where the pelvis is, in centimetres above the floor's middle, and how each joint is turned. Never changes.
 *
 * @param turns by joint; of the lumbar and the thoracic spine one of their three equal turns
 * @param reached what hands and feet reach for, as places in the room
 */
public record Posture(
        Vector3dc pelvis,
        Map<JointRef, Quaterniondc> turns,
        Map<Side, HandShape> hands,
        Map<Reaching.Limb, Reaching.Target> reached) {
    public Posture {
        turns = Map.copyOf(turns);
        hands = Map.copyOf(hands);
        reached = Map.copyOf(reached);
    }

    static Posture of(Vector3dc pelvis, Angles angles) {
        Map<JointRef, Quaterniondc> turns = new HashMap<>();
        for (Joint joint : Joint.all()) {
            if (joint.isPaired()) {
                for (Side side : Side.values()) {
                    put(turns, angles, new JointRef(joint, side));
                }
            } else {
                put(turns, angles, new JointRef(joint, null));
            }
        }
        return new Posture(
                pelvis,
                turns,
                Map.of(Side.LEFT, HandShape.of(angles, Side.LEFT), Side.RIGHT, HandShape.of(angles, Side.RIGHT)),
                Map.of());
    }

    private static void put(Map<JointRef, Quaterniondc> turns, Angles angles, JointRef joint) {
        turns.put(joint, angles.rotation(joint, 1.0 / Body.segments(joint.joint())));
    }

    Posture at(Vector3dc place) {
        return new Posture(place, turns, hands, reached);
    }

    Posture with(JointRef joint, Quaterniondc turn) {
        Map<JointRef, Quaterniondc> all = new HashMap<>(turns);
        all.put(joint, new Quaterniond(turn));
        return new Posture(pelvis, all, hands, reached);
    }

    HandShape hand(Side side) {
        return Objects.requireNonNull(hands.get(side));
    }

    Quaterniondc turn(JointRef joint) {
        return turns.getOrDefault(joint, Angles.none());
    }

    Posture reaching(Reaching.Limb limb, Reaching.Target target) {
        Map<Reaching.Limb, Reaching.Target> all = new HashMap<>(reached);
        all.put(limb, target);
        return new Posture(pelvis, turns, hands, all);
    }

    /**
     * On the way to another posture: 0 is this one, 1 is the other. Each joint turns evenly, the shortest way round; what holds
     * on to something in both goes straight from the one place to the other, or stays where it is.
     */
    public Posture toward(Posture other, double share) {
        Map<JointRef, Quaterniondc> between = new HashMap<>();
        turns.forEach((joint, turn) -> between.put(joint, new Quaterniond(turn).slerp(other.turn(joint), share)));
        Map<Side, HandShape> shapes = new EnumMap<>(Side.class);
        hands.forEach((side, shape) -> shapes.put(side, shape.toward(other.hand(side), share)));
        Posture way = new Posture(new Vector3d(pelvis).lerp(other.pelvis, share), between, shapes, Map.of());
        for (Reaching.Limb limb : Reaching.Limb.values()) {
            Reaching.Target from = reached.get(limb);
            Reaching.Target to = other.reached.get(limb);
            if (from != null && to != null) {
                way = Reaching.reach(way, limb, from.toward(to, share)).posture();
            }
        }
        return way;
    }
}
