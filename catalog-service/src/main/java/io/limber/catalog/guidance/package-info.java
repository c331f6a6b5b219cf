/** Pages of rules: how to stretch, when not to, and the warning signs to act on first. */
@NullMarked
package io.limber.catalog.guidance;

import org.jspecify.annotations.NullMarked;
