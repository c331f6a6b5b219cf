/**
 * What crosses the topics between Limber's services and to whoever reads them: one record per event type, the names of
 * topics, types and headers. The wire names are constants of their own and never derived from a class name. A change
 * here is additive, or it is a new version of the type.
 */
@NullMarked
package io.limber.contracts;

import org.jspecify.annotations.NullMarked;
