package io.limber.catalog.figure.drawing;

/** For light or dark pages, or for both: the page's reader decides. */
public enum Theme {
    LIGHT,
    DARK,
    AUTO
}
