package io.limber.routine.plan;

import io.limber.routine.person.PersonId;
import io.limber.routine.routine.RoutineId;
import io.limber.routine.schedule.DescribeSchedule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
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
        @NotNull @Valid DescribeSchedule schedule,

        @Schema(description = "First day, in the person's zone.", examples = "2026-11-23") @NotNull
        LocalDate activeFrom,

        @Schema(description = "Last day, included; without end when left out or null.", nullable = true) @Nullable
        LocalDate activeUntil) {}
