/** Classes that keep the architecture rules in the ways that look most like breaking them. */
@NullMarked
package io.limber.testkit.samples.good;

import org.jspecify.annotations.NullMarked;
