/** Where people are reached: their addresses by channel. */
@NullMarked
package io.limber.reminder.contact;

import org.jspecify.annotations.NullMarked;
