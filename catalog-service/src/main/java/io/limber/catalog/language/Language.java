package io.limber.catalog.language;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that the catalogue speaks, by its code of ISO 639-1. */
public enum Language {
    EN,
    DE,
    ES,
    FR;

    /** What texts are written in first, and what is shown where a translation is missing. */
    public static final Language FALLBACK = EN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(code());
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Language::code).toList();
    }

    /** Empty when the catalogue does not speak it. */
    public static Optional<Language> find(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /** The others. */
    public static List<Language> translations() {
        return Arrays.stream(values()).filter(language -> language != FALLBACK).toList();
    }
}
