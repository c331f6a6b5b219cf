/** The crash campaign: reminder-service replicas, their database and their broker are hurt, and the topic must not show it. */
@NullMarked
package io.limber.journeys.chaos;

import org.jspecify.annotations.NullMarked;
