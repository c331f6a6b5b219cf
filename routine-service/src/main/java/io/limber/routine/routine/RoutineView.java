package io.limber.routine.routine;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A routine as we return it. */
@Schema(
        name = "Routine",
        requiredProperties = {"id", "version", "name", "items", "restSeconds", "switchSideSeconds", "totalSeconds"})
public record RoutineView(
        RoutineId id,
        long version,
        String name,
        List<RoutineItem> items,
        int restSeconds,
        int switchSideSeconds,

        @Schema(
                description =
                        "Time of the whole routine, pauses included. Per stretch: sides x (n x max(hold, 3) + (n - 1) x"
                                + " its rest) + switches of side, n = repetitions x sets.")
        int totalSeconds) {
    static RoutineView of(Routine routine) {
        return new RoutineView(
                routine.id(),
                routine.version(),
                routine.name(),
                routine.items(),
                routine.restSeconds(),
                routine.switchSideSeconds(),
                routine.totalSeconds());
    }
}
