/** Events that are published if and only if their transaction commits, in order, exactly once. */
@NullMarked
package io.limber.kit.outbox;

import org.jspecify.annotations.NullMarked;
