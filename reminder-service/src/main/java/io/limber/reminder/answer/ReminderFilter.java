package io.limber.reminder.answer;

import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose reminders: those of a plan or of a person. */
sealed interface ReminderFilter {
    String value();

    record OfPlan(String value) implements ReminderFilter {}

    record OfPerson(String value) implements ReminderFilter {}

    /**
     * @throws ProblemException unless exactly one is given
     */
    static ReminderFilter of(@Nullable String planId, @Nullable String personId) {
        if (planId != null && personId == null) {
            return new OfPlan(planId);
        }
        if (personId != null && planId == null) {
            return new OfPerson(personId);
        }
        String message = "give either planId or personId";
        throw new ProblemException(
                CommonProblem.VALIDATION_FAILED,
                "Say whose reminders: " + message + ".",
                List.of(new FieldError("planId", message), new FieldError("personId", message)));
    }
}
