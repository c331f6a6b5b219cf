/** Measurements of the packaged reminder-service: {@code ./limber bench NAME}. What a measurement says was seen from outside. */
@NullMarked
package io.limber.bench;

import org.jspecify.annotations.NullMarked;
