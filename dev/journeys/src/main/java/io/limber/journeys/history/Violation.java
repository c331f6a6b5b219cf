package io.limber.journeys.history;

import java.time.Instant;

/** One broken promise. */
public record Violation(Kind kind, String planId, Instant dueAt, String detail) {
    /** What is wrong. */
    public enum Kind {
        /** Due and not on the topic. */
        LOST,
        /** On the topic more than once, or under an id that another reminder has. */
        DUPLICATE,
        /** On the topic before it was due. */
        EARLY,
        /** Behind a reminder of the same plan that was due later. */
        OUT_OF_ORDER,
        /** Received after its deadline. */
        TOO_LATE,
        /** On the topic and not due, or of a plan nobody made. */
        UNPLANNED,
        /** On another plan's partition or under another tenant. */
        MISPLACED
    }
}
