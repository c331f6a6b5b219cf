package io.limber.routine.schedule;

/** What becomes of a reminder that could not be sent in time. */
public enum WhenTooLate {
    /** It is recorded as missed. */
    DROP,
    /** The latest of several is sent late, once. */
    DELIVER,
    /** The next one stands for it. */
    NEXT_SLOT
}
