/** Answers to repeated requests. */
@NullMarked
package io.limber.kit.idempotency;

import org.jspecify.annotations.NullMarked;
