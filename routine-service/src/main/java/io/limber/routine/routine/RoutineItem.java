package io.limber.routine.routine;

import io.limber.contracts.Sides;
import io.limber.routine.catalogue.StretchId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One stretch of a routine as it was when the routine was saved; stored and shown in this form. */
@Schema(
        name = "RoutineItem",
        requiredProperties = {"stretchId", "name", "holdSeconds", "repetitions", "sets", "sides", "seconds"})
public record RoutineItem(
        StretchId stretchId,

        @Schema(examples = "Cat-cow") String name,

        int holdSeconds,
        int repetitions,
        int sets,
        Sides sides,

        @Schema(description = "Time of this stretch: both sides, its pauses and the switch of side included.")
        int seconds) {}
