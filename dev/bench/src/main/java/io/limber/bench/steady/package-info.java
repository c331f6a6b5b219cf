/** Many small cadences over minutes: how long from due to visible on the topic. */
@NullMarked
package io.limber.bench.steady;

import org.jspecify.annotations.NullMarked;
