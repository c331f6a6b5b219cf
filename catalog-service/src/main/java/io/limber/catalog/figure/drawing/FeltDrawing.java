package io.limber.catalog.figure.drawing;

import io.limber.catalog.figure.body.Body;
import io.limber.catalog.figure.body.Frame;
import java.util.List;

/** Where a stretch is felt, as patches on the body. */
final class FeltDrawing {
    /** A patch lies on the skin; on the far side of the body it stays behind it. */
    private static final double ON_SKIN = 9;

    private final Camera camera;

    FeltDrawing(Camera camera) {
        this.camera = camera;
    }

    List<Mark> marks(Body body, List<String> muscles) {
        return muscles.stream()
                .flatMap(name -> Muscle.named(name).stream())
                .map(place -> mark(body, place))
                .toList();
    }

    private Mark mark(Body body, Muscle.Place place) {
        Frame frame = place.frame(body);
        Dot from = camera.see(frame.point(place.from()[0], place.from()[1], place.from()[2]));
        Dot to = camera.see(frame.point(place.to()[0], place.to()[1], place.to()[2]));
        double depth = (from.depth() + to.depth()) / 2;
        return new Mark(depth + ON_SKIN, "felt", Ink.FELT, Outline.capsule(from, place.radius(), to, place.radius()));
    }
}
