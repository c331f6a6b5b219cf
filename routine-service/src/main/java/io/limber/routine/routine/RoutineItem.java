package io.limber.routine.routine;

import io.limber.contracts.Sides;
import io.limber.routine.catalogue.StretchId;
import io.limber.routine.catalogue.StretchNames;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One stretch of a routine as it was when the routine was saved; stored and shown in this form. */
@Schema(
        name = "RoutineItem",
        requiredProperties = {"stretchId", "name", "names", "holdSeconds", "repetitions", "sets", "sides", "seconds"})
public record RoutineItem(
        StretchId stretchId,

        @Schema(
                description = "In English, or in the stretch's own language when it has no English name.",
                examples = "Cat-cow")
        String name,

        @Schema(description = "In each language it has a name in, by ISO 639-1 code.")
        Map<String, String> names,

        int holdSeconds,
        int repetitions,
        int sets,
        Sides sides,

        @Schema(description = "Time of this stretch: both sides, its pauses and the switch of side included.")
        int seconds) {
    public RoutineItem {
        // Stored when the catalogue spoke English only.
        names = names == null
                ? Map.of(StretchNames.ENGLISH, name)
                : Collections.unmodifiableSortedMap(new TreeMap<>(names));
    }

    boolean hasNameIn(String language) {
        return names.containsKey(language);
    }

    /** In this language, or else as it is named for everybody. */
    String nameIn(String language) {
        return names.getOrDefault(language, name);
    }
}
