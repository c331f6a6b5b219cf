/** From a record on {@code limber.reminders} to rows in the delivery queue. */
@NullMarked
package io.limber.reminder.delivery.intake;

import org.jspecify.annotations.NullMarked;
