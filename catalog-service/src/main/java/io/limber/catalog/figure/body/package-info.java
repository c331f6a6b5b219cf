/** The human figure: a skeleton, postures given by the joint angles that clinicians use, and where its parts then are. */
@NullMarked
package io.limber.catalog.figure.body;

import org.jspecify.annotations.NullMarked;
