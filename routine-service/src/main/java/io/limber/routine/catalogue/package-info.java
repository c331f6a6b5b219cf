/** What routine-service knows of the catalogue: a read model fed by the topic, and the codes of conditions. */
@NullMarked
package io.limber.routine.catalogue;

import org.jspecify.annotations.NullMarked;
