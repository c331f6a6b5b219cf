package io.limber.catalog.figure.drawing;

import java.util.Comparator;
import java.util.List;

/** Marks in the order in which they are drawn; neighbours of one group and ink are one outline. */
record Picture(List<Mark> marks) {
    static Picture of(List<Mark> marks) {
        List<Mark> sorted =
                marks.stream().sorted(Comparator.comparingDouble(Mark::depth)).toList();
        return new Picture(sorted);
    }

    /** SVG elements, one a line. */
    void write(StringBuilder svg) {
        int from = 0;
        while (from < marks.size()) {
            Mark first = marks.get(from);
            int to = from + 1;
            while (to < marks.size() && belongs(first, marks.get(to))) {
                to++;
            }
            svg.append("<path class=\"").append(first.ink().style()).append("\" d=\"");
            marks.subList(from, to).forEach(mark -> svg.append(mark.path()));
            svg.append("\"/>\n");
            from = to;
        }
    }

    private static boolean belongs(Mark first, Mark next) {
        return first.ink() == next.ink() && (first.group().equals(next.group()) || isOneSkin(first, next));
    }

    /** Things of one colour that lie on each other anyway. */
    private static boolean isOneSkin(Mark first, Mark next) {
        return first.ink() == Ink.ARROW && next.ink() == Ink.ARROW;
    }
}
