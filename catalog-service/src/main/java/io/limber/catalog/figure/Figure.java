package io.limber.catalog.figure;

import io.limber.catalog.figure.body.Pose;
import io.limber.catalog.figure.body.Side;
import io.limber.catalog.figure.drawing.Camera;
import io.limber.catalog.figure.drawing.Prop;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a stretch is drawn: key poses of a human figure, seen by one camera. The right side is the one that is stretched; the
 * other one is its mirror image.
 *
 * @param spoken the side that the words of the stretch speak of, where they name one; the right one when not given
 * @param focus landmarks around which the picture is cut; without them all of the body and the things is in it
 * @param margin centimetres around the focus; 8 when not given
 */
public record Figure(
        @Nullable Side spoken,
        Camera camera,
        @Nullable List<String> focus,
        @Nullable Double margin,
        @Nullable List<Prop> props,
        List<Pose> poses) {
    /** The side that is stretched in the picture that fits the words. */
    public Side spokenSide() {
        return spoken == null ? Side.RIGHT : spoken;
    }
}
