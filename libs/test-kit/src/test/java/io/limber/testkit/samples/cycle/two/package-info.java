/** Half of a cycle between two features. */
@NullMarked
package io.limber.testkit.samples.cycle.two;

import org.jspecify.annotations.NullMarked;
