/** reminder-service: decides when reminders are due, brings them to people and takes their answers. */
@NullMarked
package io.limber.reminder;

import org.jspecify.annotations.NullMarked;
