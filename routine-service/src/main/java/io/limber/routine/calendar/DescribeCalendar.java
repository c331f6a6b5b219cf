package io.limber.routine.calendar;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All of a calendar; replaces what it was before. */
@Schema(examples = """
        {"name": "Plant Munich", "days": ["2026-12-24", "2026-12-31"]}""")
public record DescribeCalendar(
        @Schema(description = "For people.", examples = "Plant Munich") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Days off, each once. None makes a calendar without effect.")
        @NotNull
        @Size(max = DaysOff.MOST)
        List<@NotNull LocalDate> days) {}
