/** Signed messages to webhook endpoints, and to nowhere else than the public Internet. */
@NullMarked
package io.limber.reminder.webhook.sending;

import org.jspecify.annotations.NullMarked;
