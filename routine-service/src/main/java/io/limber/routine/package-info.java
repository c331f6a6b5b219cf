/** Routines that fit a person, and plans of when to do them. */
@NullMarked
package io.limber.routine;

import org.jspecify.annotations.NullMarked;
