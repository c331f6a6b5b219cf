/** Finding stretches by words, codes and numbers. */
@NullMarked
package io.limber.catalog.search;

import org.jspecify.annotations.NullMarked;
