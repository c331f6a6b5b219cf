/** Calendars: a tenant's own days off, under a name that schedules refer to. */
@NullMarked
package io.limber.routine.calendar;

import org.jspecify.annotations.NullMarked;
