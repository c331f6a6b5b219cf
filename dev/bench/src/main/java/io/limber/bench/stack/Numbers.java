package io.limber.bench.stack;

import io.limber.localstack.Arguments;

/** Whole numbers from a command line. */
public final class Numbers {

    private Numbers() {}

    /** Reads {@code 1000000} and {@code 1_000_000}. */
    public static int of(Arguments arguments, String name, int otherwise) {
        return parse(name, arguments.get(name, Integer.toString(otherwise)));
    }

    /** @param name of the option, for the message */
    public static int parse(String name, String text) {
        try {
            var number = Integer.parseInt(text.replace("_", "").strip());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new BenchException(name + " must be a whole number from 1, and '" + text + "' is none");
    }
}
