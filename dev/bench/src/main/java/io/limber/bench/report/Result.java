package io.limber.bench.report;

import java.util.Map;

/**
 * What a measurement found.
 *
 * @param figures the JSON object, keys in order
 * @param plot an SVG document
 * @param passed whether what must hold held; a measurement that lost or repeated something has not passed
 */
public record Result(String name, Map<String, Object> figures, Table table, String plot, boolean passed) {

    /** The same under another name. */
    public Result named(String other) {
        return new Result(other, figures, table, plot, passed);
    }
}
