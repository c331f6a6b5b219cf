/** Reminders as e-mail. */
@NullMarked
package io.limber.reminder.delivery.email;

import org.jspecify.annotations.NullMarked;
