package io.limber.reminder.delivery;

/** Ways to deliver. */
public enum DeliveryChannel {
    EMAIL,
    WEBHOOK,
    /** Nobody is there to deliver to; the row carries the reason to the books. */
    NONE
}
