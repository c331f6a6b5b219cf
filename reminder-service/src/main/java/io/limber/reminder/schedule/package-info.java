/** Takes in schedule events: which plan is reminded by which cadence, from when to when. */
@NullMarked
package io.limber.reminder.schedule;

import org.jspecify.annotations.NullMarked;
