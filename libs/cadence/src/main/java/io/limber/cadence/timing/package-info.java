/** From the contract's timing to a cadence: the one mapping of both services. */
@NullMarked
package io.limber.cadence.timing;

import org.jspecify.annotations.NullMarked;
