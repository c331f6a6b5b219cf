/** Schedules: everything that decides when, checked, and computed ahead. */
@NullMarked
package io.limber.routine.schedule;

import org.jspecify.annotations.NullMarked;
