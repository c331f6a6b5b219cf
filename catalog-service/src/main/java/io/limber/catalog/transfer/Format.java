package io.limber.catalog.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A form in which stretches come and go. */
enum Format {
    /** One JSON object a line. */
    NDJSON("application/x-ndjson"),
    /** One document after the other, {@code ---} between. */
    YAML("application/yaml"),
    /** The JSON array of yuhonas/free-exercise-db; only in. */
    FREE_EXERCISE_DB("application/json");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Format> find(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }
}
