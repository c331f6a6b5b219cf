/** Schedule events until they are in the database. */
@NullMarked
package io.limber.bench.ingest;

import org.jspecify.annotations.NullMarked;
