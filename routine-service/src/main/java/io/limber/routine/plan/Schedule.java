package io.limber.routine.plan;

import io.limber.cadence.Cadence;
import io.limber.cadence.FoldPolicy;
import io.limber.cadence.GapPolicy;
import io.limber.cadence.Weekly;
import io.limber.contracts.Timing;
import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When a plan is due in the person's wall time, in canonical order; stored and shown in this form. Its zone is the
 * person's, and its first and last day are the plan's.
 */
@Schema(
        name = "Schedule",
        requiredProperties = {"daysOfWeek", "startTimes", "gap", "fold", "maxLatenessSeconds"})
public record Schedule(
        List<DayOfWeek> daysOfWeek,
        List<LocalTime> startTimes,
        GapPolicy gap,
        FoldPolicy fold,
        int maxLatenessSeconds) {
    private static final int DEFAULT_LATENESS = 1800;

    public Schedule {
        daysOfWeek = daysOfWeek.stream().sorted().toList();
        startTimes = startTimes.stream().sorted().toList();
    }

    /**
     * @throws ProblemException 400 naming each day or time that is there twice, and each time that is not a whole second
     */
    static Schedule of(CreatePlan.Times times) {
        List<FieldError> errors = new ArrayList<>();
        refuseRepeated("/schedule/daysOfWeek/", times.daysOfWeek(), errors);
        refuseRepeated("/schedule/startTimes/", times.startTimes(), errors);
        for (int index = 0; index < times.startTimes().size(); index++) {
            if (times.startTimes().get(index).getNano() != 0) {
                errors.add(new FieldError("/schedule/startTimes/" + index, "must be a whole second"));
            }
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(CommonProblem.VALIDATION_FAILED, "The schedule needs to be corrected.", errors);
        }
        return new Schedule(
                times.daysOfWeek(),
                times.startTimes(),
                Objects.requireNonNullElse(times.gap(), GapPolicy.SHIFT),
                Objects.requireNonNullElse(times.fold(), FoldPolicy.FIRST),
                Objects.requireNonNullElse(times.maxLatenessSeconds(), DEFAULT_LATENESS));
    }

    Cadence cadence(ZoneId zone) {
        return Cadence.of(Weekly.on(daysOfWeek), startTimes, zone, gap, fold, Duration.ofSeconds(maxLatenessSeconds));
    }

    Timing timing(ZoneId zone) {
        return new Timing(daysOfWeek, startTimes, zone.getId(), gap.name(), fold.name(), maxLatenessSeconds);
    }

    private static void refuseRepeated(String pointer, List<?> values, List<FieldError> errors) {
        Set<Object> seen = new HashSet<>();
        for (int index = 0; index < values.size(); index++) {
            if (!seen.add(values.get(index))) {
                errors.add(new FieldError(pointer + index, "'" + values.get(index) + "' is there twice"));
            }
        }
    }
}
