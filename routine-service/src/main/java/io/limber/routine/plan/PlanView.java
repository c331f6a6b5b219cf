package io.limber.routine.plan;

import io.limber.contracts.ScheduleChanged;
import io.limber.routine.person.PersonId;
import io.limber.routine.routine.RoutineId;
import io.limber.routine.safety.Advice;
import io.limber.routine.schedule.Schedule;
import io.limber.routine.schedule.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plan as we return it. */
@Schema(
        name = "Plan",
        requiredProperties = {
            "id",
            "version",
            "state",
            "pauseReason",
            "personId",
            "routineId",
            "schedule",
            "zone",
            "activeFrom",
            "activeUntil",
            "advice",
            "createdAt",
            "changedAt"
        })
public record PlanView(
        PlanId id,
        long version,
        ScheduleChanged.State state,

        @Schema(description = "Why it is paused; null when it is not.", nullable = true) @Nullable
        PauseReason pauseReason,

        PersonId personId,
        RoutineId routineId,
        Schedule schedule,

        @Schema(description = "The person's zone.", examples = "Europe/Berlin")
        String zone,

        @Schema(description = "First day, in the zone.") LocalDate activeFrom,

        @Schema(description = "Last day, included; null without end.", nullable = true) @Nullable
        LocalDate activeUntil,

        @Schema(description = "What the person has to heed because of an exclusion.")
        List<Advice> advice,

        Instant createdAt,
        Instant changedAt) {
    static PlanView of(Plan plan) {
        PlanState state = plan.state();
        Terms terms = plan.terms();
        return new PlanView(
                plan.id(),
                plan.version(),
                state.code(),
                state instanceof PlanState.Paused paused ? paused.reason() : null,
                plan.personId(),
                plan.routineId(),
                terms.schedule(),
                terms.zone().getId(),
                terms.period().from(),
                terms.period().until(),
                plan.advice(),
                plan.createdAt(),
                plan.changedAt());
    }
}
