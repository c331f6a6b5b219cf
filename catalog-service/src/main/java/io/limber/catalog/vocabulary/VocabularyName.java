package io.limber.catalog.vocabulary;

import java.util.Arrays;
import java.util.List;

/** The vocabularies that the catalogue cannot do without. */
public enum VocabularyName {
    CONTRAINDICATIONS("contraindications"),
    DIFFICULTIES("difficulties"),
    EQUIPMENT("equipment"),
    KINDS("kinds"),
    LICENCES("licences"),
    MOVEMENT_CLASSES("movement-classes"),
    MUSCLES("muscles"),
    OFFICE_FITS("office-fits"),
    POSITIONS("positions"),
    RED_FLAG_OUTCOMES("red-flag-outcomes"),
    REGIONS("regions"),
    /** Not a vocabulary in the narrow sense: what every source code stands for, with its tier. */
    SOURCES("sources");

    private final String wire;

    VocabularyName(String wire) {
        this.wire = wire;
    }

    /** As in paths and files. */
    public String wire() {
        return wire;
    }

    public static List<String> all() {
        return Arrays.stream(values()).map(VocabularyName::wire).toList();
    }
}
