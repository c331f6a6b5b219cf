package io.limber.routine.schedule;

import io.limber.contracts.Timing;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Start times at a fixed distance. */
@Schema(name = "Every", description = "Start times at 'from' and each so many minutes after it, on the same day.")
public record Every(
        @Schema(description = "Minutes between two start times.", examples = "50") @NotNull @Min(5) @Max(720)
        Integer minutes,

        @Schema(description = "The first start time.", examples = "09:00") @NotNull
        LocalTime from,

        @Schema(description = "No start time is later than this; one that hits it is included.", examples = "17:30")
        @NotNull
        LocalTime until) {
    Timing.Every timing() {
        return new Timing.Every(minutes, from, until);
    }
}
