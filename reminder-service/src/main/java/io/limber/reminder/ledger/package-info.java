/** What was planned, what was emitted, what was missed: by tenant and day, so that a difference shows. */
@NullMarked
package io.limber.reminder.ledger;

import org.jspecify.annotations.NullMarked;
