/** What each tenant sees of the catalogue, in memory, following the tables. */
@NullMarked
package io.limber.catalog.snapshot;

import org.jspecify.annotations.NullMarked;
