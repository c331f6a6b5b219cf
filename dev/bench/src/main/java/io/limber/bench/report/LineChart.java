package io.limber.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lines over one axis, both axes from 0. */
public final class LineChart {

    private static final int HEIGHT = 360;
    private static final int LEFT = 80;
    private static final int RIGHT = 130;
    private static final int TOP = 56;
    private static final int BOTTOM = 50;
    private static final int TICKS = 5;
    private static final List<String> COLOURS = List.of("#0b7285", "#d9480f", "#5f3dc4", "#2b8a3e", "#9aa5b1");

    private final String title;
    private final String across;
    private final String up;
    private final List<Series> lines;

    private LineChart(String title, String across, String up, List<Series> lines) {
        this.title = title;
        this.across = across;
        this.up = up;
        this.lines = lines;
    }

    public record Point(double x, double y) {}

    /** One line, its points from left to right. */
    public record Series(String name, List<Point> points) {}

    /**
     * @param across what the points lie over
     * @param up what they are high by
     */
    public static String of(String title, String across, String up, List<Series> lines) {
        return new LineChart(title, across, up, lines).draw();
    }

    private String draw() {
        var mostX = most(true);
        var mostY = most(false);
        var svg = new Svg(title, HEIGHT);
        for (var tick = 0; tick <= TICKS; tick++) {
            var y = y(mostY * tick / TICKS, mostY);
            svg.line(LEFT, y, Svg.WIDTH - RIGHT, y);
            svg.text(LEFT - 8, y + 4, "end", "small", figure(mostY * tick / TICKS));
            svg.text(
                    x(mostX * tick / TICKS, mostX),
                    HEIGHT - BOTTOM + 18,
                    "middle",
                    "small",
                    figure(mostX * tick / TICKS));
        }
        svg.text(16, TOP - 10, "start", "small", up);
        svg.text((LEFT + Svg.WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", "small", across);
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            var colour = COLOURS.get(index % COLOURS.size());
            svg.path(
                    line.points().stream()
                            .map(point ->
                                    String.format(Locale.ROOT, "%.1f,%.1f", x(point.x(), mostX), y(point.y(), mostY)))
                            .collect(Collectors.joining(" ")),
                    colour);
            svg.rectangle(Svg.WIDTH - RIGHT + 14, TOP + 20 * index - 9, 10, 10, colour);
            svg.text(Svg.WIDTH - RIGHT + 30, TOP + 20 * index, "start", "small", line.name());
        }
        return svg.toString();
    }

    private double most(boolean horizontal) {
        var most = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(point -> horizontal ? point.x() : point.y())
                .max()
                .orElse(0);
        return most > 0 ? most : 1;
    }

    private static double x(double value, double most) {
        return LEFT + value / most * (Svg.WIDTH - RIGHT - LEFT);
    }

    private static double y(double value, double most) {
        return HEIGHT - BOTTOM - value / most * (HEIGHT - BOTTOM - TOP);
    }

    private static String figure(double value) {
        return value >= 20 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
