package io.limber.routine.calendar;

import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Days without reminders, in order and each once.
 *
 * <p>A calendar has at most {@value #MOST}: with those of a schedule itself they stay below what a timing may carry.
 */
public record DaysOff(List<LocalDate> days) {
    static final int MOST = 300;

    public static final DaysOff NONE = new DaysOff(List.of());

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    public DaysOff {
        days = days.stream().distinct().sorted().toList();
    }

    /**
     * @throws ProblemException 400 naming each day that is there twice or absurd
     */
    static DaysOff parse(String pointer, List<LocalDate> days) {
        List<FieldError> errors = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        for (int index = 0; index < days.size(); index++) {
            LocalDate day = days.get(index);
            if (!seen.add(day)) {
                errors.add(new FieldError(pointer + "/" + index, "'" + day + "' is there twice"));
            } else if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                errors.add(new FieldError(pointer + "/" + index, "must be between " + EARLIEST + " and " + LATEST));
            }
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(CommonProblem.VALIDATION_FAILED, "Some days need to be corrected.", errors);
        }
        return new DaysOff(days);
    }
}
