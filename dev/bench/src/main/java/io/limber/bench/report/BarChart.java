package io.limber.bench.report;

import java.util.List;
import java.util.Locale;

/** Horizontal bars on one scale that begins at 0. */
public final class BarChart {

    private static final int TOP = 46;
    private static final int ROW = 34;
    private static final int LEFT = 150;
    private static final int RIGHT = 110;
    private static final String FIRST = "#0b7285";
    private static final String OTHERS = "#9aa5b1";

    private BarChart() {}

    /** @param value at least 0 */
    public record Bar(String label, double value) {}

    /**
     * The first bar stands out.
     *
     * @param format of the figure at a bar's end, as {@link String#format} takes it
     */
    public static String of(String title, String format, List<Bar> bars) {
        var svg = new Svg(title, TOP + ROW * bars.size() + 16);
        var most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        var scale = most > 0 ? (Svg.WIDTH - LEFT - RIGHT) / most : 0;
        for (var index = 0; index < bars.size(); index++) {
            var bar = bars.get(index);
            var y = TOP + ROW * index;
            var width = Math.max(1, bar.value() * scale);
            svg.text(LEFT - 10, y + 17, "end", "", bar.label());
            svg.rectangle(LEFT, y, width, ROW - 10, index == 0 ? FIRST : OTHERS);
            svg.text(LEFT + width + 8, y + 17, "start", "", String.format(Locale.ROOT, format, bar.value()));
        }
        return svg.toString();
    }
}
