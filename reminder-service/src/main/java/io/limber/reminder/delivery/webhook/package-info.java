/** Reminders as signed webhooks. */
@NullMarked
package io.limber.reminder.delivery.webhook;

import org.jspecify.annotations.NullMarked;
