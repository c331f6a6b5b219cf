/** Tests of the catalogue as a whole. */
@NullMarked
package io.limber.catalog;

import org.jspecify.annotations.NullMarked;
