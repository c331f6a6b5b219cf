package io.limber.catalog.content;

import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.vocabulary.Codes;
import java.util.List;

/** What the service ships with, for tests of other features. */
public final class PackagedContent {
    private static final Content CONTENT = Content.read(ContentFiles.packaged());

    private PackagedContent() {}

    public static Codes codes() {
        return Codes.of(
                CONTENT.vocabularies().stream().map(ContentDocument::value).toList());
    }

    public static List<Stretch> stretches() {
        return CONTENT.stretches().stream().map(ContentDocument::value).toList();
    }
}
