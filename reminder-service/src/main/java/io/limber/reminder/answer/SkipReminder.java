package io.limber.reminder.answer;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Not this time. */
@Schema(name = "SkipReminder")
public record SkipReminder(
        @Schema(examples = "BUSY", description = "OTHER unless given") @Nullable
        SkipReason reason) {
    Reply.Skip reply() {
        return new Reply.Skip(Objects.requireNonNullElse(reason, SkipReason.OTHER));
    }
}
