package io.limber.reminder.ledger;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's day in the ledger. */
@Schema(name = "LedgerDay")
public record LedgerDay(
        @Schema(description = "Local date of the due times, each in its plan's zone")
        LocalDate day,

        @Schema(description = "Due reminders that are decided, sent or not")
        long planned,

        @Schema(description = "Seen on limber.reminders") long emitted,

        Missed missed,

        @Schema(
                description =
                        "planned - emitted - missed.dropped - missed.merged. Not zero for a moment while reminders "
                                + "are on their way; not zero when nothing is, is a fault")
        long difference) {
    static LedgerDay of(LocalDate day, long planned, long emitted, Missed missed) {
        return new LedgerDay(day, planned, emitted, missed, planned - emitted - missed.dropped() - missed.merged());
    }

    /** Too late by the plans' own rule, for example after an outage. */
    @Schema(name = "MissedReminders")
    public record Missed(
            @Schema(description = "Not sent any more") long dropped,

            @Schema(description = "Left to the plan's next due time")
            long merged) {}
}
