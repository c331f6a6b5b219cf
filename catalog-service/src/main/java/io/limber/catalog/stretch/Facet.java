package io.limber.catalog.stretch;

import io.limber.catalog.vocabulary.VocabularyName;
import java.util.List;
import java.util.function.Function;

/** A property that stretches are filtered by and counted by: its parameter, its vocabulary and what an item has of it. */
public enum Facet {
    REGION("region", VocabularyName.REGIONS, Stretch::regions),
    MUSCLE("muscle", VocabularyName.MUSCLES, Stretch::muscles),
    POSITION("position", VocabularyName.POSITIONS, stretch -> List.of(stretch.position())),
    EQUIPMENT("equipment", VocabularyName.EQUIPMENT, Stretch::equipment),
    MOVEMENT("movement", VocabularyName.MOVEMENT_CLASSES, Stretch::movementClasses),
    DIFFICULTY("difficulty", VocabularyName.DIFFICULTIES, stretch -> List.of(stretch.difficulty())),
    OFFICE_FIT("officeFit", VocabularyName.OFFICE_FITS, stretch -> List.of(stretch.officeFit())),
    KIND("kind", VocabularyName.KINDS, stretch -> List.of(stretch.kind())),
    LICENCE("licence", VocabularyName.LICENCES, stretch -> List.of(stretch.licence()));

    private final String parameter;
    private final VocabularyName vocabulary;
    private final Function<Stretch, List<String>> codes;

    Facet(String parameter, VocabularyName vocabulary, Function<Stretch, List<String>> codes) {
        this.parameter = parameter;
        this.vocabulary = vocabulary;
        this.codes = codes;
    }

    public String parameter() {
        return parameter;
    }

    public VocabularyName vocabulary() {
        return vocabulary;
    }

    public List<String> codes(Stretch stretch) {
        return codes.apply(stretch);
    }

    public static List<String> parameters() {
        return java.util.Arrays.stream(values()).map(Facet::parameter).toList();
    }
}
