/** People: in which zone they live and what they must not do. Nothing else is known of them. */
@NullMarked
package io.limber.routine.person;

import org.jspecify.annotations.NullMarked;
