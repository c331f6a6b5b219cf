/** Brings a population into the service and watches it being fired. */
@NullMarked
package io.limber.bench.firing;

import org.jspecify.annotations.NullMarked;
