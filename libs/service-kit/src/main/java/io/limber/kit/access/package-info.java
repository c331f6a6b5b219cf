/** Who may come in. */
@NullMarked
package io.limber.kit.access;

import org.jspecify.annotations.NullMarked;
