/** The clock, the rules of time zones, and time-ordered ids. */
@NullMarked
package io.limber.kit.time;

import org.jspecify.annotations.NullMarked;
