package io.limber.catalog.figure.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Outlines as SVG path data; all run the same way round, so that outlines in one path add up. */
final class Outline {
    private Outline() {}

    /** Two circles and the skin drawn tight around them. */
    static String capsule(Dot from, double fromRadius, Dot to, double toRadius) {
        double distance = from.distance(to);
        if (distance <= Math.abs(fromRadius - toRadius) + 0.01) {
            return fromRadius >= toRadius ? circle(from, fromRadius) : circle(to, toRadius);
        }
        double line = Math.atan2(to.y() - from.y(), to.x() - from.x());
        double lean = Math.acos((fromRadius - toRadius) / distance);
        Dot first = on(from, fromRadius, line + lean);
        Dot second = on(from, fromRadius, line - lean);
        Dot third = on(to, toRadius, line - lean);
        Dot fourth = on(to, toRadius, line + lean);
        int wide = fromRadius > toRadius ? 1 : 0;
        return "M" + at(first) + arc(fromRadius, wide, second) + "L" + at(third) + arc(toRadius, 1 - wide, fourth)
                + "Z";
    }

    static String circle(Dot centre, double radius) {
        Dot left = centre.plus(-radius, 0);
        Dot right = centre.plus(radius, 0);
        return "M" + at(left) + arc(radius, 1, right) + arc(radius, 1, left) + "Z";
    }

    static String polygon(List<Dot> corners) {
        StringBuilder path = new StringBuilder();
        for (Dot corner : corners) {
            path.append(path.isEmpty() ? "M" : "L").append(at(corner));
        }
        return path.append("Z").toString();
    }

    static String line(List<Dot> points) {
        String polygon = polygon(points);
        return polygon.substring(0, polygon.length() - 1);
    }

    /** A smooth line through the points: Catmull-Rom splines as cubic curves. */
    static String through(List<Dot> points) {
        StringBuilder path = new StringBuilder("M").append(at(points.getFirst()));
        for (int index = 0; index + 1 < points.size(); index++) {
            Dot before = points.get(Math.max(0, index - 1));
            Dot from = points.get(index);
            Dot to = points.get(index + 1);
            Dot after = points.get(Math.min(points.size() - 1, index + 2));
            path.append("C")
                    .append(at(from.plus((to.x() - before.x()) / 6, (to.y() - before.y()) / 6)))
                    .append(' ')
                    .append(at(to.plus((from.x() - after.x()) / 6, (from.y() - after.y()) / 6)))
                    .append(' ')
                    .append(at(to));
        }
        return path.toString();
    }

    /** The corners of the tightest outline around the points: Andrew's monotone chain. */
    static List<Dot> hull(List<Dot> points) {
        // To a hundredth of a millimetre: points that differ by rounding alone would make the outline jagged.
        List<Dot> sorted = new ArrayList<>(points.stream()
                .map(point ->
                        new Dot(Math.rint(point.x() * 1000) / 1000, Math.rint(point.y() * 1000) / 1000, point.depth()))
                .toList());
        sorted.sort(Comparator.comparingDouble(Dot::x).thenComparingDouble(Dot::y));
        List<Dot> hull = new ArrayList<>();
        half(sorted, hull);
        hull.removeLast();
        List<Dot> back = new ArrayList<>();
        half(sorted.reversed(), back);
        back.removeLast();
        hull.addAll(back);
        return hull;
    }

    private static void half(List<Dot> sorted, List<Dot> half) {
        for (Dot point : sorted) {
            while (half.size() >= 2 && !turnsRight(half.get(half.size() - 2), half.getLast(), point)) {
                half.removeLast();
            }
            half.add(point);
        }
    }

    private static boolean turnsRight(Dot a, Dot b, Dot c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x()) > 1e-6;
    }

    private static Dot on(Dot centre, double radius, double angle) {
        return centre.plus(radius * Math.cos(angle), radius * Math.sin(angle));
    }

    private static String arc(double radius, int wide, Dot to) {
        return "A" + number(radius) + " " + number(radius) + " 0 " + wide + " 1 " + at(to);
    }

    static String at(Dot dot) {
        return number(dot.x()) + " " + number(dot.y());
    }

    /** One decimal, a millimetre. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0
                ? Long.toString(tenths / 10)
                : (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }
}
