package io.limber.reminder.answer;

import io.limber.kit.problem.ProblemException;
import java.util.UUID;

/** Identifies a due reminder; the same on every channel and topic. */
public record ReminderId(UUID value) {
    /**
     * @throws ProblemException 404, because what is not an id names nothing
     */
    public static ReminderId of(String text) {
        try {
            return new ReminderId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw notFound(text);
        }
    }

    static ProblemException notFound(String id) {
        return ProblemException.notFound("reminder", id);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
