/** Webhook endpoints of the platform: registration and secrets. */
@NullMarked
package io.limber.reminder.webhook;

import org.jspecify.annotations.NullMarked;
