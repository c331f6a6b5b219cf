package io.limber.reminder.answer;

/** How an answer came. */
public enum Via {
    /** The platform's call. */
    API,
    /** The link in a message. */
    LINK
}
