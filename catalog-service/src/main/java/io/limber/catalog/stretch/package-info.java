/** Stretches: what they are, how much of them, and for whom they are not. */
@NullMarked
package io.limber.catalog.stretch;

import org.jspecify.annotations.NullMarked;
