package io.limber.catalog.figure.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.jspecify.annotations.Nullable;

/**
 * Turns poses as they are written into postures, one after the other. What a body cannot do is noted, with where it was
 * written.
 */
public final class Posing {
    private static final double ON_FLOOR = -1;

    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, Pose.Reach> reach = new LinkedHashMap<>();
    private Angles angles = Angles.NEUTRAL;
    private Vector3dc place = new Vector3d(0, Double.NaN, 0);

    /** The postures of these poses, in order. */
    public List<Posture> postures(List<Pose> poses) {
        List<Posture> postures = new ArrayList<>();
        for (int index = 0; index < poses.size(); index++) {
            postures.add(posture(poses.get(index), "/poses/" + index));
        }
        return postures;
    }

    /** What cannot be, as pointer and reason. */
    public List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    private Posture posture(Pose pose, String pointer) {
        Base base = pose.base();
        if (base != null) {
            angles = base.angles();
            place = base.place();
            reach.clear();
        }
        List<Double> at = pose.at();
        if (at != null) {
            double height = at.get(1) == ON_FLOOR ? Double.NaN : at.get(1);
            place = new Vector3d(at.get(0), height, at.get(2));
        }
        given(pose.joints()).forEach((name, degrees) -> turn(name, degrees, pointer + "/joints/" + name));
        given(pose.reach()).forEach((name, target) -> {
            if (Boolean.TRUE.equals(target.free())) {
                reach.remove(name);
            } else {
                reach.put(name, target);
            }
        });
        return reached(rested(Posture.of(place, angles)), pointer);
    }

    private void turn(String name, Map<String, Double> degrees, String pointer) {
        List<JointRef> joints = JointRef.named(name);
        if (joints.isEmpty()) {
            mistakes.add(pointer + " is no joint; there are " + JointRef.names());
        }
        for (JointRef joint : joints) {
            degrees.forEach((angle, value) -> {
                Joint.Reach range = joint.joint().angles().get(angle);
                if (range == null) {
                    mistakes.add(pointer + "/" + angle + " is no angle of it; there are "
                            + new TreeSet<>(joint.joint().angles().keySet()));
                } else if (!range.has(value)) {
                    mistakes.add(pointer + "/" + angle + " is " + value + ", and a body reaches from " + range.least()
                            + " to " + range.greatest());
                }
            });
            angles = angles.with(joint, degrees);
        }
    }

    private Posture rested(Posture posture) {
        Vector3d at = new Vector3d(posture.pelvis());
        if (!Double.isNaN(at.y)) {
            return posture;
        }
        at.y = 0;
        Posture low = posture.at(at);
        return low.at(new Vector3d(at.x, -new Body(low).lowest(), at.z));
    }

    private Posture reached(Posture posture, String pointer) {
        Posture now = posture;
        // Twice, because one hand may hold the other.
        for (int round = 0; round < 2; round++) {
            for (Reaching.Limb limb : Reaching.Limb.values()) {
                Pose.Reach target = reach.get(limb.word());
                if (target != null) {
                    String where = pointer + "/reach/" + limb.word();
                    Reaching.Reached reached = Reaching.reach(now, limb, target(now, target, where));
                    now = round == 1 ? note(reached, where) : reached.posture();
                }
            }
        }
        mistakes.addAll(Limits.of(new Body(now)).stream()
                .map(mistake -> pointer + "/" + mistake)
                .toList());
        return now;
    }

    private Posture note(Reaching.Reached reached, String where) {
        if (!reached.there()) {
            mistakes.add(where + " is out of reach");
        }
        return reached.posture();
    }

    private Reaching.Target target(Posture posture, Pose.Reach target, String where) {
        Vector3d to = new Vector3d();
        String on = target.on();
        if (on != null) {
            Optional<Landmark> landmark = Landmark.named(on);
            if (landmark.isEmpty()) {
                noteOnce(where + "/on is no landmark; there are " + Landmark.names());
            }
            landmark.ifPresent(point -> to.set(point.on(new Body(posture))));
        }
        vector(target.offset()).ifPresent(to::add);
        return new Reaching.Target(to, vector(target.bend()), vector(target.ahead()), vector(target.face()));
    }

    /** Each reach is looked at twice. */
    private void noteOnce(String mistake) {
        if (!mistakes.contains(mistake)) {
            mistakes.add(mistake);
        }
    }

    public static Optional<Vector3d> vector(@Nullable List<Double> numbers) {
        return numbers == null
                ? Optional.empty()
                : Optional.of(new Vector3d(numbers.get(0), numbers.get(1), numbers.get(2)));
    }

    private static <V> Map<String, V> given(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : map;
    }
}
