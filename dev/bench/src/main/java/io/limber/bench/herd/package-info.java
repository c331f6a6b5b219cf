/** Many reminders due at one instant, against other ways to do it. */
@NullMarked
package io.limber.bench.herd;

import org.jspecify.annotations.NullMarked;
