/** Whose data a request may touch: the two walls, Hibernate discriminator and row-level security. */
@NullMarked
package io.limber.kit.tenancy;

import org.jspecify.annotations.NullMarked;
