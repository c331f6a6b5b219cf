package io.limber.reminder.answer;

import io.limber.kit.problem.ProblemException;
import java.io.Serial;
import java.util.List;
import java.util.Map;

/** A second, different answer: the first one counts. */
public final class AlreadyAnswered extends ProblemException {
    @Serial
    private static final long serialVersionUID = 1L;

    AlreadyAnswered(ReminderView.State state) {
        super(
                AnswerProblem.ALREADY_ANSWERED,
                "It is " + state + "; the first answer counts.",
                List.of(),
                Map.of("state", state.name()));
    }
}
