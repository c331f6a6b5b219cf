/** Whether a routine suits a person, what would suit instead, and what to heed. Pure. */
@NullMarked
package io.limber.routine.safety;

import org.jspecify.annotations.NullMarked;
