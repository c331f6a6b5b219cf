/** Reminders as people and the platform see them, and what is answered: done, snooze, skip. */
@NullMarked
package io.limber.reminder.answer;

import org.jspecify.annotations.NullMarked;
