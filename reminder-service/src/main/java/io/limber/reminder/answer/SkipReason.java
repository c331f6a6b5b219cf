package io.limber.reminder.answer;

/** Why a person passes. */
public enum SkipReason {
    BUSY,
    UNWELL,
    PAIN,
    OTHER
}
