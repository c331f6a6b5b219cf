package io.limber.catalog.figure.drawing;

import java.util.Locale;

/** The colours of a picture, as CSS that holds for this picture alone, even when several stand in one page. */
final class Style {
    private Style() {}

    /**
     * @param scale of lines: smaller in close-ups
     */
    static String css(String id, Person person, Theme theme, double scale) {
        String own = "#" + id;
        StringBuilder css = new StringBuilder();
        css.append(own)
                .append(" path{stroke-linejoin:round;stroke-linecap:round;stroke-width:")
                .append(Outline.number(1.6 * scale))
                .append(";paint-order:stroke}\n");
        css.append(colours(own, person, theme == Theme.DARK, scale));
        if (theme == Theme.AUTO) {
            css.append("@media(prefers-color-scheme:dark){")
                    .append(colours(own, person, true, scale))
                    .append("}\n");
        }
        return css.toString();
    }

    private static String colours(String own, Person person, boolean isDark, double scale) {
        String line = isDark ? "#0d1418" : "#2b3338";
        StringBuilder css = new StringBuilder();
        solid(css, own, Ink.SKIN, person.skin(), 1);
        solid(css, own, Ink.SKIN_FAR, person.skin(), 0.86);
        solid(css, own, Ink.SHIRT, person.shirt(), 1);
        solid(css, own, Ink.SHIRT_FAR, person.shirt(), 0.8);
        solid(css, own, Ink.TROUSERS, isDark ? lighter(person.trousers()) : person.trousers(), 1);
        solid(css, own, Ink.TROUSERS_FAR, isDark ? lighter(person.trousers()) : person.trousers(), 0.8);
        solid(css, own, Ink.SHOE, isDark ? "#d8dde0" : "#30363c", 1);
        solid(css, own, Ink.SHOE_FAR, isDark ? "#d8dde0" : "#30363c", 0.8);
        solid(css, own, Ink.HAIR, person.hair(), 1);
        rule(css, own, Ink.EYE, "fill:" + line + ";stroke:none");
        rule(css, own, Ink.FACE, "fill:none;stroke:" + line + ";stroke-width:" + Outline.number(1.1 * scale));
        rule(css, own, Ink.FELT, "fill:#ff6a3d;fill-opacity:.62;stroke:none");
        rule(
                css,
                own,
                Ink.ARROW,
                "fill:none;stroke:" + (isDark ? "#ffd166" : "#c2185b") + ";stroke-width:"
                        + Outline.number(2.6 * scale));
        rule(
                css,
                own,
                Ink.STRAP,
                "fill:none;stroke:" + (isDark ? "#d9c58a" : "#8c6d1f") + ";stroke-width:" + Outline.number(3 * scale));
        rule(css, own, Ink.GROUND, "fill:" + (isDark ? "#fff" : "#000") + ";fill-opacity:.09;stroke:none");
        solid(css, own, Ink.WOOD, isDark ? "#8a7a66" : "#c9b79c", 1);
        solid(css, own, Ink.CLOTH, isDark ? "#5f7480" : "#a9bcc6", 1);
        solid(css, own, Ink.LEAF, isDark ? "#5f8f5a" : "#8fbf7f", 1);
        solid(css, own, Ink.LINEN, isDark ? "#c9d3d8" : "#f4f1e8", 1);
        solid(css, own, Ink.WALL, isDark ? "#3c464c" : "#e3e0d8", 1);
        solid(css, own, Ink.SCREEN, isDark ? "#9aa6ad" : "#5d6a72", 1);
        return css.toString();
    }

    private static void solid(StringBuilder css, String own, Ink ink, String colour, double shade) {
        String fill = shade(colour, shade);
        rule(css, own, ink, "fill:" + fill + ";stroke:" + shade(fill, 0.72));
    }

    private static void rule(StringBuilder css, String own, Ink ink, String what) {
        css.append(own)
                .append(" .")
                .append(ink.style())
                .append('{')
                .append(what)
                .append("}\n");
    }

    private static String lighter(String colour) {
        return mixed(colour, 255, 0.28);
    }

    private static String shade(String colour, double factor) {
        return mixed(colour, 0, 1 - factor);
    }

    private static String mixed(String colour, int with, double share) {
        StringBuilder mixed = new StringBuilder("#");
        String digits = colour.length() == 4 ? colour.replaceAll("[0-9a-f]", "$0$0") : colour;
        for (int at = 1; at < 7; at += 2) {
            int value = Integer.parseInt(digits.substring(at, at + 2), 16);
            mixed.append(String.format(Locale.ROOT, "%02x", Math.round(value + share * (with - value))));
        }
        return mixed.toString();
    }
}
