/** Each class here breaks one architecture rule, so that the rules are seen to fail. */
@NullMarked
package io.limber.testkit.samples.bad;

import org.jspecify.annotations.NullMarked;
