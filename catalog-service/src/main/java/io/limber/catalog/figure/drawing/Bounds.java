package io.limber.catalog.figure.drawing;

import java.util.ArrayList;
import java.util.List;

/** The part of the picture plane that something takes, in centimetres. */
record Bounds(double left, double top, double right, double bottom) {
    static Bounds around(List<Dot> dots, double margin) {
        return new Bounds(
                dots.stream().mapToDouble(Dot::x).min().orElse(0) - margin,
                dots.stream().mapToDouble(Dot::y).min().orElse(0) - margin,
                dots.stream().mapToDouble(Dot::x).max().orElse(1) + margin,
                dots.stream().mapToDouble(Dot::y).max().orElse(1) + margin);
    }

    static Bounds around(List<Bounds> all) {
        List<Dot> corners = new ArrayList<>();
        all.forEach(one -> {
            corners.add(new Dot(one.left, one.top, 0));
            corners.add(new Dot(one.right, one.bottom, 0));
        });
        return around(corners, 0);
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }
}
