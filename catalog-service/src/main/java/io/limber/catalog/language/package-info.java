/** The languages that people read the catalogue in. */
@NullMarked
package io.limber.catalog.language;

import org.jspecify.annotations.NullMarked;
