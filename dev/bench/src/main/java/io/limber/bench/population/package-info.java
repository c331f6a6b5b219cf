/** Who is reminded in a measurement: plans with numbers, sent as schedule events or copied into the tables. */
@NullMarked
package io.limber.bench.population;

import org.jspecify.annotations.NullMarked;
