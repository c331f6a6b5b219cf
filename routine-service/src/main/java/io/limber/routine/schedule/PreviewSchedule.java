package io.limber.routine.schedule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A schedule that no plan has yet. */
@Schema(examples = """
        {"zone": "Europe/Berlin", "activeFrom": "2026-12-01", "count": 5,
         "schedule": {"recurrence": {"rule": "FREQ=MONTHLY;BYDAY=1MO"}, "startTimes": ["10:00"],
                      "holidays": {"country": "DE", "region": "BY", "policy": "AFTER"}}}""")
public record PreviewSchedule(
        @Schema(description = "IANA region in whose wall time it is read.", examples = "Europe/Berlin") @NotBlank
        String zone,

        @NotNull @Valid DescribeSchedule schedule,

        @Schema(description = "First day, in the zone; today when left out.", nullable = true) @Nullable
        LocalDate activeFrom,

        @Schema(description = "Last day, included; without end when left out.", nullable = true) @Nullable
        LocalDate activeUntil,

        @Schema(description = "How many due times.", defaultValue = "10") @Min(1) @Max(PreviewSchedule.MOST) @Nullable
        Integer count) {
    static final int MOST = 100;
}
