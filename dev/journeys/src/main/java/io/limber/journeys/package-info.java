/** What tests and measurements that drive packaged services from outside have in common. */
@NullMarked
package io.limber.journeys;

import org.jspecify.annotations.NullMarked;
