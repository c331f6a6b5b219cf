package io.limber.reminder.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Again, in so many minutes. */
@Schema(name = "SnoozeReminder")
public record SnoozeReminder(
        @NotNull(message = "must be 1 to 240 minutes")
        @Min(value = Reply.Snooze.SHORTEST, message = "must be 1 to 240 minutes")
        @Max(value = Reply.Snooze.LONGEST, message = "must be 1 to 240 minutes")
        @Schema(examples = "10", required = true)
        @Nullable
        Integer minutes) {
    Reply.Snooze reply() {
        return new Reply.Snooze(Objects.requireNonNull(minutes));
    }
}
