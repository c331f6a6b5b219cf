/** From bodies and things in the room to SVG. */
@NullMarked
package io.limber.catalog.figure.drawing;

import org.jspecify.annotations.NullMarked;
