package io.limber.catalog.figure;

import io.limber.catalog.figure.body.Landmark;
import io.limber.catalog.figure.body.Pose;
import io.limber.catalog.figure.body.Posing;
import io.limber.catalog.figure.drawing.Muscle;
import io.limber.catalog.figure.drawing.Prop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must hold of a figure, so that a picture shows what a body can do, and only that. */
public final class FigureRules {
    private static final int FEWEST_POSES = 2;
    private static final int MOST_POSES = 6;
    private static final int MOST_PROPS = 12;
    private static final int MOST_ARROWS = 3;
    private static final int MOST_PATCHES = 6;
    /** A room of eight metres. */
    private static final double FARTHEST = 400;

    private static final double FULL_TURN = 360;
    private static final double MOST_BOW = 2;

    private final Figure figure;
    private final int steps;
    private final List<String> mistakes = new ArrayList<>();

    private FigureRules(Figure figure, int steps) {
        this.figure = figure;
        this.steps = steps;
    }

    /**
     * What is wrong with it, each as a JSON pointer, a space and a sentence.
     *
     * @param steps how many steps the stretch has in words
     */
    public static List<String> check(Figure figure, int steps) {
        FigureRules rules = new FigureRules(figure, steps);
        rules.checkScene();
        for (int index = 0; index < figure.poses().size(); index++) {
            rules.checkPose(figure.poses().get(index), index);
        }
        // Numbers that are no places would only fail in other words.
        if (rules.mistakes.isEmpty()) {
            Posing posing = new Posing();
            posing.postures(figure.poses());
            rules.mistakes.addAll(posing.mistakes());
        }
        return rules.mistakes;
    }

    private void checkScene() {
        int poses = figure.poses().size();
        if (poses < FEWEST_POSES || poses > MOST_POSES) {
            mistakes.add("/poses has " + poses + "; a movement takes " + FEWEST_POSES + " to " + MOST_POSES);
        } else if (figure.poses().getFirst().base() == null) {
            mistakes.add("/poses/0/base is missing");
        }
        List<Prop> props = orNone(figure.props());
        if (props.size() > MOST_PROPS) {
            mistakes.add("/props has more than " + MOST_PROPS);
        }
        for (int index = 0; index < props.size(); index++) {
            checkProp("/props/" + index, props.get(index));
        }
        orNone(figure.focus()).forEach(name -> requireLandmark("/focus", name));
        Double margin = figure.margin();
        if (margin != null && !(margin >= 0 && margin <= FARTHEST)) {
            mistakes.add("/margin is not from 0 to " + FARTHEST);
        }
    }

    private void checkProp(String pointer, Prop prop) {
        checkPlace(pointer + "/at", prop.at());
        checkPlace(pointer + "/size", prop.size());
        if (orNone(prop.size()).stream().anyMatch(length -> length <= 0)) {
            mistakes.add(pointer + "/size is of nothing");
        }
        checkWithin(pointer + "/turn", prop.turn(), FULL_TURN);
        orNone(prop.poses()).stream()
                .filter(pose -> pose < 0 || pose >= figure.poses().size())
                .forEach(pose -> mistakes.add(pointer + "/poses names " + pose + "; there are 0 to "
                        + (figure.poses().size() - 1)));
    }

    private void checkPose(Pose pose, int index) {
        String pointer = "/poses/" + index;
        if (pose.step() < 0 || pose.step() > steps) {
            mistakes.add(pointer + "/step is " + pose.step() + "; 0 is the start and there are " + steps + " steps");
        }
        checkPlace(pointer + "/at", pose.at());
        orNone(pose.reach()).forEach((limb, reach) -> checkReach(pointer + "/reach/" + limb, limb, reach));
        List<Pose.Arrow> arrows = orNone(pose.arrows());
        if (arrows.size() > MOST_ARROWS) {
            mistakes.add(pointer + "/arrows has more than " + MOST_ARROWS);
        }
        for (Pose.Arrow arrow : arrows) {
            requireLandmark(pointer + "/arrows", arrow.of());
            checkPlace(pointer + "/arrows", arrow.by());
            checkPlace(pointer + "/arrows", arrow.offset());
            checkWithin(pointer + "/arrows/bow", arrow.bow(), MOST_BOW);
        }
        orNone(pose.strap()).forEach(name -> requireLandmark(pointer + "/strap", name));
        orNone(pose.nearer()).forEach((limb, by) -> {
            if (!List.of("leftArm", "rightArm", "leftLeg", "rightLeg", "head").contains(limb)
                    || !isWithin(by, FARTHEST)) {
                mistakes.add(pointer + "/nearer/" + limb + " is no limb, or too much");
            }
        });
        List<String> patches = orNone(pose.feel());
        if (patches.size() > MOST_PATCHES) {
            mistakes.add(pointer + "/feel has more than " + MOST_PATCHES);
        }
        patches.stream()
                .filter(name -> Muscle.named(name).isEmpty())
                .forEach(name -> mistakes.add(pointer + "/feel '" + name + "' is none of " + Muscle.names()));
    }

    private void checkReach(String pointer, String limb, Pose.Reach reach) {
        if (!List.of("leftHand", "rightHand", "leftFoot", "rightFoot").contains(limb)) {
            mistakes.add(pointer + " is no limb; there are leftHand, rightHand, leftFoot and rightFoot");
        }
        String on = reach.on();
        if (on != null) {
            requireLandmark(pointer + "/on", on);
        }
        if (on == null && reach.offset() == null && !Boolean.TRUE.equals(reach.free())) {
            mistakes.add(pointer + " says neither on nor offset");
        }
        checkPlace(pointer + "/offset", reach.offset());
        checkDirection(pointer + "/bend", reach.bend());
        checkDirection(pointer + "/ahead", reach.ahead());
        checkDirection(pointer + "/face", reach.face());
    }

    private void checkDirection(String pointer, @Nullable List<Double> direction) {
        checkPlace(pointer, direction);
        if (direction != null && direction.stream().allMatch(number -> number == 0)) {
            mistakes.add(pointer + " points nowhere");
        }
    }

    private void checkPlace(String pointer, @Nullable List<Double> place) {
        if (place == null) {
            return;
        }
        if (place.size() != 3 || place.stream().anyMatch(number -> number == null || !isWithin(number, FARTHEST))) {
            mistakes.add(pointer + " is not three numbers from " + -FARTHEST + " to " + FARTHEST);
        }
    }

    private void checkWithin(String pointer, @Nullable Double number, double most) {
        if (number != null && !isWithin(number, most)) {
            mistakes.add(pointer + " is not from " + -most + " to " + most);
        }
    }

    /** False for what is no number. */
    private static boolean isWithin(double number, double most) {
        return Math.abs(number) <= most;
    }

    private void requireLandmark(String pointer, String name) {
        if (Landmark.named(name).isEmpty()) {
            mistakes.add(pointer + " '" + name + "' is none of " + Landmark.names());
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <V> Map<String, V> orNone(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : map;
    }
}
