/** What became of deliveries, for callers. */
@NullMarked
package io.limber.reminder.delivery.report;

import org.jspecify.annotations.NullMarked;
