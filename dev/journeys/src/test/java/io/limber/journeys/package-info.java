/** Journeys through the packaged services, seen from outside only. */
package io.limber.journeys;
