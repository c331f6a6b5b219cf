package io.limber.catalog.figure;

import io.limber.catalog.content.Packaged;
import io.limber.catalog.figure.drawing.Studio;
import io.limber.catalog.figure.drawing.SvgFigure;
import io.limber.catalog.figure.drawing.SvgFigure.Words;
import io.limber.catalog.figure.drawing.Theme;
import io.limber.catalog.language.Language;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.vocabulary.Term;
import io.limber.catalog.vocabulary.VocabularyName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every key pose of every packaged figure in one picture, by the region that a stretch names first. */
final class ContactSheet {
    private static final double WIDTH = 1280;
    private static final double MARGIN = 20;
    private static final double REGION = 150;
    private static final double GAP = 22;
    private static final double TALLEST = 130;
    private static final double WIDEST = 150;
    private static final double CAPTION = 36;
    private static final double LETTER = 6.6;
    private static final Pattern STILL =
            Pattern.compile("(?s)<svg [^>]*viewBox=\"([^\"]+)\"[^>]*>.*<style>\n(.*)</style>\n(.*)</svg>\n");

    private final StringBuilder drawn = new StringBuilder();
    private double y = MARGIN;

    static String draw() {
        ContactSheet sheet = new ContactSheet();
        for (Term region : Packaged.codes().of(VocabularyName.REGIONS)) {
            List<Stretch> stretches = Packaged.stretches().stream()
                    .filter(stretch -> stretch.regions().getFirst().equals(region.code()))
                    .sorted(Comparator.comparing(Stretch::name))
                    .toList();
            if (!stretches.isEmpty()) {
                sheet.region(
                        region.in(Language.EN).label(),
                        stretches.stream().map(Cell::of).toList());
            }
        }
        return sheet.finish();
    }

    private void region(String label, List<Cell> cells) {
        drawn.append("<path class=\"line\" d=\"M%1$s %2$sH%3$s\"/>\n"
                .formatted(number(MARGIN), number(y), number(WIDTH - MARGIN)));
        drawn.append(text("region", MARGIN, y + 26, label));
        List<Cell> row = new ArrayList<>();
        double taken = 0;
        for (Cell cell : cells) {
            if (!row.isEmpty() && MARGIN + REGION + taken + cell.width() > WIDTH - MARGIN) {
                row(row);
                row.clear();
                taken = 0;
            }
            row.add(cell);
            taken += cell.width() + GAP;
        }
        row(row);
    }

    private void row(List<Cell> cells) {
        double tallest = cells.stream().mapToDouble(Cell::poseHeight).max().orElse(0);
        double ground = y + GAP / 2 + tallest;
        double x = MARGIN + REGION;
        for (Cell cell : cells) {
            cell.write(drawn, x, ground);
            x += cell.width() + GAP;
        }
        y = ground + CAPTION + GAP / 2;
    }

    private String finish() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$s %2$s" width="%1$s" height="%2$s" role="img" aria-label="All packaged figures">
                <style>
                text{font-family:sans-serif;fill:#2b3338}
                .region{font-size:17px;font-weight:bold}
                .name{font-size:12px}
                .file{font-size:10px;fill:#7a858c}
                .line{stroke:#d5dade}
                </style>
                <rect width="%1$s" height="%2$s" fill="#fff"/>
                %3$s</svg>
                """.formatted(number(WIDTH), number(y + MARGIN), drawn);
    }

    private static String text(String style, double x, double y, String words) {
        return "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n"
                .formatted(
                        style, number(x), number(y), words.replace("&", "&amp;").replace("<", "&lt;"));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    /**
     * One figure on the sheet.
     *
     * @param css for the figure alone
     * @param poses what is drawn of each, without its frame
     */
    private record Cell(
            String id,
            String name,
            String css,
            String viewBox,
            double poseWidth,
            double poseHeight,
            List<String> poses) {
        static Cell of(Stretch stretch) {
            Figure figure = PackagedFigures.of(stretch.id());
            SvgFigure svg = new SvgFigure(new Studio(stretch.id(), figure));
            Words words = new Words("f-" + stretch.id(), "en", stretch.name(), "");
            List<String> poses = new ArrayList<>();
            String css = "";
            String viewBox = "";
            for (int pose = 0; pose < figure.poses().size(); pose++) {
                Matcher still = STILL.matcher(svg.still(pose, figure.spokenSide(), Theme.LIGHT, words));
                if (!still.matches()) {
                    throw new AssertionError("a picture is not made as it was: " + stretch.id());
                }
                viewBox = still.group(1);
                css = still.group(2);
                poses.add(still.group(3));
            }
            String[] frame = viewBox.split(" ");
            double shape = Double.parseDouble(frame[2]) / Double.parseDouble(frame[3]);
            double width = Math.min(WIDEST, Math.rint(TALLEST * shape));
            return new Cell(stretch.id(), stretch.name(), css, viewBox, width, Math.rint(width / shape), poses);
        }

        double width() {
            return Math.max(poses.size() * poseWidth, LETTER * Math.max(name.length(), id.length()));
        }

        void write(StringBuilder drawn, double x, double ground) {
            drawn.append("<g id=\"f-%s\">\n<style>\n%s</style>\n".formatted(id, css));
            for (int pose = 0; pose < poses.size(); pose++) {
                drawn.append("<svg x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" viewBox=\"%s\">\n"
                                .formatted(
                                        number(x + pose * poseWidth),
                                        number(ground - poseHeight),
                                        number(poseWidth),
                                        number(poseHeight),
                                        viewBox))
                        .append(poses.get(pose))
                        .append("</svg>\n");
            }
            drawn.append(text("name", x, ground + 17, name))
                    .append(text("file", x, ground + 30, id))
                    .append("</g>\n");
        }
    }
}
