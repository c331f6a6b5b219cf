package io.limber.catalog.content;

/**
 * What is wrong with a file.
 *
 * @param field JSON pointer to it; empty for the whole file
 */
record Mistake(String file, String field, String what) {
    @Override
    public String toString() {
        return file + (field.isEmpty() ? "" : " at " + field) + ": " + what;
    }
}
