/** Routines: stretches in order, each with its dose, and how long that takes. */
@NullMarked
package io.limber.routine.routine;

import org.jspecify.annotations.NullMarked;
