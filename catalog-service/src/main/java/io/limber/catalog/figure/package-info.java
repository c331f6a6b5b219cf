/** Pictures of stretches, drawn from data. */
@NullMarked
package io.limber.catalog.figure;

import org.jspecify.annotations.NullMarked;
