package io.limber.routine.plan;

import io.limber.cadence.FoldPolicy;
import io.limber.cadence.GapPolicy;
import io.limber.routine.person.PersonId;
import io.limber.routine.routine.RoutineId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person is to do a routine at these times. */
@Schema(examples = """
        {"personId": "employee-4711", "routineId": "01935a2e-1111-7a11-9b1e-3f0c5d2a7e10",
         "schedule": {"daysOfWeek": ["MONDAY", "WEDNESDAY", "FRIDAY"], "startTimes": ["10:00", "15:30"]},
         "activeFrom": "2026-11-23", "activeUntil": null}""")
public record CreatePlan(
        @NotNull PersonId personId,
        @NotNull RoutineId routineId,
        @NotNull @Valid Times schedule,

        @Schema(description = "First day, in the person's zone.", examples = "2026-11-23") @NotNull
        LocalDate activeFrom,

        @Schema(description = "Last day, included; without end when left out or null.", nullable = true) @Nullable
        LocalDate activeUntil) {
    /** When, in the person's wall time. */
    @Schema(name = "CreatePlanSchedule")
    public record Times(
            @NotNull @Size(min = 1, max = 7) List<@NotNull DayOfWeek> daysOfWeek,

            @Schema(description = "HH:mm or HH:mm:ss, each once.", examples = "[\"10:00\"]")
            @NotNull
            @Size(min = 1, max = 24)
            List<@NotNull LocalTime> startTimes,

            @Schema(
                    description = "A time that the clock jumps over in spring comes later by the jump, or not at all.",
                    defaultValue = "SHIFT")
            @Nullable
            GapPolicy gap,

            @Schema(
                    description = "Which of the two instants of a time that happens twice in autumn.",
                    defaultValue = "FIRST")
            @Nullable
            FoldPolicy fold,

            @Schema(
                    description = "A reminder later than this is recorded as missed instead of sent.",
                    defaultValue = "1800")
            @Min(60)
            @Max(86_400)
            @Nullable
            Integer maxLatenessSeconds) {}
}
