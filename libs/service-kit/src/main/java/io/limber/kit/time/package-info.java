/** The clock and time-ordered ids. */
@NullMarked
package io.limber.kit.time;

import org.jspecify.annotations.NullMarked;
