package io.limber.routine.schedule;

import io.limber.contracts.Timing;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Days by a rule of RFC 5545. */
@Schema(name = "Recurrence", description = "Days by a rule of RFC 5545, without a time and without a zone.")
public record Recurrence(
        @Schema(
                description =
                        "Value of an RRULE: FREQ DAILY, WEEKLY, MONTHLY or YEARLY, with INTERVAL, BYDAY, BYMONTHDAY,"
                                + " BYMONTH, BYSETPOS, WKST, COUNT or UNTIL (a date). COUNT counts days, however many start times"
                                + " a day has.",
                examples = "FREQ=MONTHLY;BYDAY=1MO")
        @NotBlank
        @Size(max = Recurrence.LONGEST_RULE)
        String rule,

        @Schema(
                description =
                        "What DTSTART is in the RFC: where intervals and counts begin. The plan's first day when left"
                                + " out.",
                nullable = true)
        @Nullable
        LocalDate startsOn,

        @Schema(description = "Days of the rule that are left out (EXDATE).", nullable = true)
        @Size(max = Recurrence.MOST_DATES)
        @Nullable
        List<@NotNull LocalDate> exceptDates,

        @Schema(description = "Days beside those of the rule (RDATE).", nullable = true)
        @Size(max = Recurrence.MOST_DATES)
        @Nullable
        List<@NotNull LocalDate> extraDates) {
    private static final int LONGEST_RULE = 500;
    private static final int MOST_DATES = 366;

    Timing.Recurrence timing() {
        return new Timing.Recurrence(rule, startsOn, exceptDates, extraDates);
    }
}
