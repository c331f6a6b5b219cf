/** Limber's previews against ical4j, an independent implementation of RFC 5545. */
@NullMarked
package io.limber.cadence.differential;

import org.jspecify.annotations.NullMarked;
