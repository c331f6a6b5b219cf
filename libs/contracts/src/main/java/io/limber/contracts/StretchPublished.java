package io.limber.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Full state of a stretch as published in the catalogue; replaces any earlier revision. A tombstone with the same key
 * retires it.
 *
 * @param id stable id, for example {@code cat-cow}
 * @param revision increases by at least one with every change
 * @param kind {@code STATIC}, {@code DYNAMIC}, {@code STRENGTHENING} or {@code HABIT}
 * @param dose null only for a {@code HABIT}
 * @param language of the words, an ISO 639-1 code; null: English
 * @param translations the words in other languages, by code; null: none
 */
public record StretchPublished(
        String id,
        int revision,
        String name,
        List<String> aliases,
        String kind,
        String difficulty,
        String officeFit,
        String position,
        String summary,
        String start,
        List<String> steps,
        String breathing,
        @Nullable Dose dose,
        List<String> regions,
        List<String> muscles,
        List<String> equipment,
        List<String> movementClasses,
        List<String> cautions,
        List<Contraindication> contraindications,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String language,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, StretchWords> translations) {
    public StretchPublished {
        aliases = List.copyOf(aliases);
        steps = List.copyOf(steps);
        regions = List.copyOf(regions);
        muscles = List.copyOf(muscles);
        equipment = List.copyOf(equipment);
        movementClasses = List.copyOf(movementClasses);
        cautions = List.copyOf(cautions);
        contraindications = List.copyOf(contraindications);
        translations = translations == null ? null : Map.copyOf(translations);
    }
}
