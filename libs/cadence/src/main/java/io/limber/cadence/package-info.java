/**
 * When things are due, as pure arithmetic: no framework, no clock, no I/O. The same code plans a preview and fires a
 * reminder, so what was promised is what happens.
 */
@NullMarked
package io.limber.cadence;

import org.jspecify.annotations.NullMarked;
