/** What was promised, what was seen on the topic, and whether they agree. Pure. */
@NullMarked
package io.limber.journeys.history;

import org.jspecify.annotations.NullMarked;
