package io.limber.catalog.document;

/** What kind of document a row is; each kind has a table of the same shape. */
public enum Collection {
    STRETCH("stretch"),
    VOCABULARY("vocabulary"),
    GUIDANCE("guidance");

    private final String table;

    Collection(String table) {
        this.table = table;
    }

    /** Name of the table, and of the collection in the history. */
    public String table() {
        return table;
    }
}
