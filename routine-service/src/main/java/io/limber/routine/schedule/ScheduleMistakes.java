package io.limber.routine.schedule;

import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with a described schedule before anything is computed from it. Pointers are those of a body's 'schedule'. */
final class ScheduleMistakes {
    private final List<FieldError> errors = new ArrayList<>();

    private ScheduleMistakes() {}

    /**
     * @throws ProblemException 400 naming each mistake
     */
    static void refuse(DescribeSchedule schedule) {
        ScheduleMistakes mistakes = new ScheduleMistakes();
        mistakes.exactlyOne("daysOfWeek", schedule.daysOfWeek(), "recurrence", schedule.recurrence());
        mistakes.exactlyOne("startTimes", schedule.startTimes(), "every", schedule.every());
        mistakes.eachOnce("daysOfWeek", schedule.daysOfWeek());
        mistakes.eachOnce("startTimes", schedule.startTimes());
        mistakes.wholeSeconds(schedule);
        Holidays holidays = schedule.holidays();
        if (holidays != null && holidays.namesNothing()) {
            mistakes.add("holidays", "names no days: give a country, a calendar or days, or leave 'holidays' out");
        }
        if (holidays != null && holidays.region() != null && holidays.country() == null) {
            mistakes.add("holidays/country", "is missing: a region is one of a country");
        }
        if (!mistakes.errors.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.VALIDATION_FAILED, "The schedule needs to be corrected.", mistakes.errors);
        }
    }

    private void exactlyOne(String one, @Nullable Object first, String other, @Nullable Object second) {
        if (first == null && second == null) {
            add(one, "is missing; give '" + one + "' or '" + other + "'");
        } else if (first != null && second != null) {
            add(other, "cannot stand beside '" + one + "'; leave one of the two out");
        }
    }

    private void eachOnce(String field, @Nullable List<?> values) {
        Set<Object> seen = new HashSet<>();
        for (int index = 0; values != null && index < values.size(); index++) {
            if (!seen.add(values.get(index))) {
                add(field + "/" + index, "'" + values.get(index) + "' is there twice");
            }
        }
    }

    private void wholeSeconds(DescribeSchedule schedule) {
        List<LocalTime> times = schedule.startTimes();
        for (int index = 0; times != null && index < times.size(); index++) {
            wholeSecond("startTimes/" + index, times.get(index));
        }
        if (schedule.every() != null) {
            wholeSecond("every/from", schedule.every().from());
            wholeSecond("every/until", schedule.every().until());
        }
        List<Hours.Opening> ranges =
                schedule.hours() == null ? List.of() : schedule.hours().ranges();
        for (int index = 0; index < ranges.size(); index++) {
            wholeSecond("hours/ranges/" + index + "/from", ranges.get(index).from());
        }
    }

    private void wholeSecond(String field, LocalTime time) {
        if (time.getNano() != 0) {
            add(field, "must be a whole second");
        }
    }

    private void add(String field, String message) {
        errors.add(new FieldError("/schedule/" + field, message));
    }
}
