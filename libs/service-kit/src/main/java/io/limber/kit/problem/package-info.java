/** Errors as problem+json (RFC 9457): one code per mistake, one mapper for all. */
@NullMarked
package io.limber.kit.problem;

import org.jspecify.annotations.NullMarked;
