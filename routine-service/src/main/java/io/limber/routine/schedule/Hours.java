package io.limber.routine.schedule;

import io.limber.contracts.Timing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a reminder may come at all. */
@Schema(name = "Hours", description = "When a reminder may come at all. A weekday without a range has no hours.")
public record Hours(
        @NotNull @Size(min = 1, max = Hours.MOST_RANGES) List<@NotNull @Valid Opening> ranges,

        @Schema(
                description =
                        "What would come outside the ranges waits for the next one (HOLD), or is left out (SKIP).",
                defaultValue = "HOLD")
        @Nullable
        Outside outside) {
    private static final int MOST_RANGES = 42;

    /** What becomes of a due time outside the hours. */
    @Schema(name = "OutsideHours")
    public enum Outside {
        HOLD,
        SKIP
    }

    /** A range of a weekday. */
    @Schema(name = "Opening", description = "A range of a weekday, at least a minute long.")
    public record Opening(
            @NotNull DayOfWeek day,

            @Schema(description = "Begin, included; a whole minute.", examples = "09:00") @NotNull
            LocalTime from,

            @Schema(description = "End, not included; a whole minute. 24:00 is the day's end.", examples = "17:30")
            @NotNull
            @Pattern(
                    regexp = "([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?|24:00(:00)?",
                    message = "must be a time of day, for example 17:30, or 24:00")
            String until) {
        private Timing.Opening timing() {
            return new Timing.Opening(day, from, wholeSeconds());
        }

        private Opening canonical() {
            return new Opening(day, from, wholeSeconds());
        }

        private String wholeSeconds() {
            return until.length() == "HH:mm".length() ? until + ":00" : until;
        }
    }

    Hours canonical() {
        return new Hours(ranges.stream().map(Opening::canonical).toList(), orHold());
    }

    Timing.Hours timing() {
        return new Timing.Hours(ranges.stream().map(Opening::timing).toList(), orHold().name());
    }

    private Outside orHold() {
        return Objects.requireNonNullElse(outside, Outside.HOLD);
    }
}
