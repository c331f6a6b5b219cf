package io.limber.catalog.figure.drawing;

import io.limber.catalog.figure.body.Side;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A figure as SVG. Words are escaped; everything else is numbers and names of our own. Each picture's styles hold for itself
 * alone, so that several can stand in one page.
 */
public final class SvgFigure {
    private static final int FRAMES = 10;
    private static final double REST_SECONDS = 1.4;
    private static final double MOVE_SECONDS = 1.6;
    private static final double PIXELS = 2.4;
    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final Studio studio;

    public SvgFigure(Studio studio) {
        this.studio = studio;
    }

    /**
     * @param id unique in the page
     * @param title what it is
     * @param description what is seen, for those who do not see it
     */
    public record Words(String id, String language, String title, String description) {}

    /** One key pose, from 0 on. */
    public String still(int pose, Side side, Theme theme, Words words) {
        StringBuilder svg = open(theme, words, "");
        svg.append(mirror(side));
        studio.pose(pose).write(svg);
        return svg.append("</g>\n</svg>\n").toString();
    }

    /** All poses in turn and back. Who wants no movement sees the last pose. */
    public String animated(Side side, Theme theme, Words words) {
        int last = studio.poses() - 1;
        StringBuilder frames = new StringBuilder();
        StringBuilder css = new StringBuilder();
        double total = 2 * last * (REST_SECONDS + MOVE_SECONDS);
        double at = 0;
        int number = 0;
        String own = "#" + words.id();
        css.append(own).append(" .f{visibility:hidden}\n");
        for (int leg = 0; leg < 2 * last; leg++) {
            int from = leg < last ? leg : 2 * last - leg;
            int to = leg < last ? from + 1 : from - 1;
            for (int frame = 0; frame < FRAMES; frame++) {
                double length = frame == 0 ? REST_SECONDS : MOVE_SECONDS / (FRAMES - 1);
                double share = (1 - Math.cos(Math.PI * frame / FRAMES)) / 2;
                frames.append("<g class=\"f f").append(number).append("\">\n");
                studio.between(from, to, share).write(frames);
                frames.append("</g>\n");
                css.append(keyframes(own, words.id(), number++, at / total, (at + length) / total, total));
                at += length;
            }
        }
        css.append("@media(prefers-reduced-motion:reduce){")
                .append(own)
                .append(" .f{animation:none}")
                .append(own)
                .append(" .f")
                .append(last * FRAMES)
                .append("{visibility:visible}}\n");
        StringBuilder svg = open(theme, words, css.toString());
        return svg.append(mirror(side)).append(frames).append("</g>\n</svg>\n").toString();
    }

    private static String keyframes(String own, String id, int number, double from, double to, double seconds) {
        String name = id + "-" + number;
        String begins =
                from == 0 ? "0%{visibility:visible}" : "0%{visibility:hidden}" + percent(from) + "{visibility:visible}";
        String ends = to >= 0.9999 ? "" : percent(to) + "{visibility:hidden}";
        return "@keyframes " + name + "{" + begins + ends + "}\n" + own + " .f" + number + "{animation:" + name + " "
                + Outline.number(seconds) + "s step-end infinite}\n";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    private StringBuilder open(Theme theme, Words words, String css) {
        Bounds frame = studio.frame();
        StringBuilder svg = new StringBuilder(8192);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"")
                .append(words.id())
                .append("\" role=\"img\" lang=\"")
                .append(words.language())
                .append("\" viewBox=\"")
                .append(Outline.number(frame.left()))
                .append(' ')
                .append(Outline.number(frame.top()))
                .append(' ')
                .append(Outline.number(frame.width()))
                .append(' ')
                .append(Outline.number(frame.height()))
                .append("\" width=\"")
                .append(Math.round(frame.width() * PIXELS))
                .append("\" height=\"")
                .append(Math.round(frame.height() * PIXELS))
                .append("\" aria-labelledby=\"")
                .append(words.id())
                .append("-t ")
                .append(words.id())
                .append("-d\">\n");
        svg.append("<title id=\"")
                .append(words.id())
                .append("-t\">")
                .append(escaped(words.title()))
                .append("</title>\n");
        svg.append("<desc id=\"")
                .append(words.id())
                .append("-d\">")
                .append(escaped(words.description()))
                .append("</desc>\n");
        svg.append("<style>\n")
                .append(Style.css(words.id(), studio.person(), theme, studio.scale()))
                .append(css)
                .append("</style>\n");
        return svg;
    }

    /** Figures are written down for the right side; the other side is their mirror image. */
    private String mirror(Side side) {
        if (side == Side.RIGHT) {
            return "<g>\n";
        }
        Bounds frame = studio.frame();
        return "<g transform=\"matrix(-1 0 0 1 " + Outline.number(frame.left() + frame.right()) + " 0)\">\n";
    }

    /** XML has no way to write most control characters and halves of surrogate pairs: one of them would spoil the picture. */
    private static String escaped(String text) {
        return NOT_IN_XML
                .matcher(text)
                .replaceAll("")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
