package io.limber.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under a header; the first column is text, the others are figures. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... header) {
        rows.add(List.of(header));
    }

    public Table row(Object... cells) {
        rows.add(Arrays.stream(cells).map(Table::text).toList());
        return this;
    }

    /** For a terminal. */
    public String plain() {
        var widths = widths();
        return rows.stream().map(row -> line(row, widths, "  ")).collect(Collectors.joining("\n"));
    }

    /** For a page. */
    public String markdown() {
        var widths = widths();
        var lines = new ArrayList<String>();
        lines.add("| " + line(rows.getFirst(), widths, " | ") + " |");
        lines.add(IntStream.range(0, widths.length)
                .mapToObj(column -> column == 0 ? " --- " : " ---: ")
                .collect(Collectors.joining("|", "|", "|")));
        rows.stream().skip(1).forEach(row -> lines.add("| " + line(row, widths, " | ") + " |"));
        return String.join("\n", lines);
    }

    private int[] widths() {
        return IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
    }

    private static String line(List<String> row, int[] widths, String between) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> pad(row.get(column), widths[column], column == 0))
                .collect(Collectors.joining(between));
    }

    private static String pad(String cell, int width, boolean left) {
        var blanks = " ".repeat(width - cell.length());
        return left ? cell + blanks : blanks + cell;
    }

    private static String text(Object cell) {
        return switch (cell) {
            case Long number -> String.format(Locale.ROOT, "%,d", number);
            case Integer number -> String.format(Locale.ROOT, "%,d", number);
            case Double number -> String.format(Locale.ROOT, "%,.2f", number);
            default -> cell.toString();
        };
    }
}
