package io.limber.reminder.answer;

import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Where a reminder stands in a list that begins with the latest. */
record ReminderKey(Instant dueAt, UUID id) {
    static ReminderKey of(ReminderView view) {
        return new ReminderKey(view.dueAt(), UUID.fromString(view.id()));
    }

    String text() {
        return dueAt + "/" + id;
    }

    static ReminderKey parse(String text) {
        try {
            int slash = text.indexOf('/');
            return new ReminderKey(
                    Instant.parse(text.substring(0, Math.max(slash, 0))), UUID.fromString(text.substring(slash + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new ProblemException(CommonProblem.INVALID_CURSOR, "Use the value of 'next' from the page before.");
        }
    }
}
