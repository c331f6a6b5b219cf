/** Emits what is due to {@code limber.reminders}, each reminder exactly once for {@code read_committed} readers. */
@NullMarked
package io.limber.reminder.firing;

import org.jspecify.annotations.NullMarked;
