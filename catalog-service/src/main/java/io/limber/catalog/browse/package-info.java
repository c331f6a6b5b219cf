/** The catalogue over HTTP, to read. */
@NullMarked
package io.limber.catalog.browse;

import org.jspecify.annotations.NullMarked;
