package io.limber.reminder.webhook;

import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.ProblemException;
import java.util.UUID;

/** Identifies a webhook endpoint. */
public record EndpointId(UUID value) {
    /**
     * @throws ProblemException 404, because what is not an id names nothing
     */
    static EndpointId of(String text) {
        try {
            return new EndpointId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw notFound(text);
        }
    }

    /**
     * @throws ProblemException 400 when a cursor does not hold one
     */
    static EndpointId ofCursor(String text) {
        try {
            return new EndpointId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(CommonProblem.INVALID_CURSOR, "Use the value of 'next' from the page before.");
        }
    }

    static ProblemException notFound(String id) {
        return ProblemException.notFound("webhook endpoint", id);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
