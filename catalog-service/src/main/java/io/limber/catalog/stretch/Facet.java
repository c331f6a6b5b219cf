package io.limber.catalog.stretch;

import io.limber.catalog.vocabulary.VocabularyName;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A property that stretches are filtered by: its parameter, its vocabulary and what an item has of it. */
enum Facet {
    REGION("region", VocabularyName.REGIONS, Stretch::regions),
    MUSCLE("muscle", VocabularyName.MUSCLES, Stretch::muscles),
    POSITION("position", VocabularyName.POSITIONS, stretch -> List.of(stretch.position())),
    EQUIPMENT("equipment", VocabularyName.EQUIPMENT, Stretch::equipment),
    MOVEMENT("movement", VocabularyName.MOVEMENT_CLASSES, Stretch::movementClasses),
    DIFFICULTY("difficulty", VocabularyName.DIFFICULTIES, stretch -> List.of(stretch.difficulty())),
    OFFICE_FIT("officeFit", VocabularyName.OFFICE_FITS, stretch -> List.of(stretch.officeFit())),
    KIND("kind", VocabularyName.KINDS, stretch -> List.of(stretch.kind()));

    private final String parameter;
    private final VocabularyName vocabulary;
    private final Function<Stretch, List<String>> codes;

    Facet(String parameter, VocabularyName vocabulary, Function<Stretch, List<String>> codes) {
        this.parameter = parameter;
        this.vocabulary = vocabulary;
        this.codes = codes;
    }

    String parameter() {
        return parameter;
    }

    VocabularyName vocabulary() {
        return vocabulary;
    }

    boolean hasAny(Stretch stretch, Collection<String> wanted) {
        return codes.apply(stretch).stream().anyMatch(wanted::contains);
    }
}
