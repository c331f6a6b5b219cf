/** Deliveries: the queue, the worker that empties it, what comes of each attempt. */
@NullMarked
package io.limber.reminder.delivery;

import org.jspecify.annotations.NullMarked;
