package io.limber.routine.routine;

import io.limber.routine.catalogue.StretchId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A whole routine, new or in place of an earlier one. */
@Schema(examples = """
        {"name": "Lower back, short",
         "items": [{"stretchId": "cat-cow", "holdSeconds": 5, "repetitions": 10, "sets": 1}, {"stretchId": "knee-to-chest"}],
         "restSeconds": 5, "switchSideSeconds": 5}""")
public record ComposeRoutine(
        @NotBlank @Size(max = 120) @Pattern(regexp = "\\P{Cc}*", message = "must have no control character")
        String name,

        @Schema(description = "Stretches in the order they are done.") @NotNull @Size(min = 1, max = 50)
        List<@NotNull @Valid Item> items,

        @Schema(description = "Pause between two stretches.", defaultValue = "5") @Min(0) @Max(600) @Nullable
        Integer restSeconds,

        @Schema(description = "Pause to change sides.", defaultValue = "5") @Min(0) @Max(120) @Nullable
        Integer switchSideSeconds) {
    private static final int DEFAULT_PAUSE = 5;

    /** A stretch and how much of it; what is left out is the stretch's default. */
    @Schema(name = "ComposeRoutineItem")
    public record Item(
            @NotNull StretchId stretchId,
            @Min(0) @Nullable Integer holdSeconds,
            @Min(1) @Nullable Integer repetitions,
            @Min(1) @Nullable Integer sets) {}

    int rest() {
        return restSeconds == null ? DEFAULT_PAUSE : restSeconds;
    }

    int switchSide() {
        return switchSideSeconds == null ? DEFAULT_PAUSE : switchSideSeconds;
    }

    List<StretchId> stretches() {
        return items.stream().map(Item::stretchId).toList();
    }
}
