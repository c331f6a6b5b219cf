/** Capability links in messages and the page behind them. */
@NullMarked
package io.limber.reminder.link;

import org.jspecify.annotations.NullMarked;
