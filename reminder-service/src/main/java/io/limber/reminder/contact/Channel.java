package io.limber.reminder.contact;

/** How a person can be reached. Each has its own form of address. */
public enum Channel {
    EMAIL
}
