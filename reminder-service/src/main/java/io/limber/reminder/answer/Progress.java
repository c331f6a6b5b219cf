package io.limber.reminder.answer;

/** What delivery made of a due reminder so far. */
public enum Progress {
    /** Nobody has it yet. */
    DUE,
    /** At least one destination took it. */
    DELIVERED,
    /** No destination took it and none is tried any more. */
    FAILED,
    /** It went to nobody by rule. */
    SUPPRESSED
}
