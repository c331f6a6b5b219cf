/** {@code ./limber bench catalog}: how fast the catalogue answers, beside what does nothing but send bytes and what asks the database. */
@NullMarked
package io.limber.bench.catalog;

import org.jspecify.annotations.NullMarked;
