/** What a service costs that has members and nothing to do. */
@NullMarked
package io.limber.bench.idle;

import org.jspecify.annotations.NullMarked;
