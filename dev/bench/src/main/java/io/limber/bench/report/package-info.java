/** What a measurement leaves: JSON, a table, a plot, and the facts of the machine. */
@NullMarked
package io.limber.bench.report;

import org.jspecify.annotations.NullMarked;
