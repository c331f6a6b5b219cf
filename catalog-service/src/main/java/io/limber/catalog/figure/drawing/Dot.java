package io.limber.catalog.figure.drawing;

/**
 * A point of the picture, in centimetres: x to the right, y down.
 *
 * @param depth how near it is to the viewer
 */
record Dot(double x, double y, double depth) {
    Dot plus(double dx, double dy) {
        return new Dot(x + dx, y + dy, depth);
    }

    double distance(Dot other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
