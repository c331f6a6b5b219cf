/** Plans: who does which routine when, and the schedule events that say so. */
@NullMarked
package io.limber.routine.plan;

import org.jspecify.annotations.NullMarked;
