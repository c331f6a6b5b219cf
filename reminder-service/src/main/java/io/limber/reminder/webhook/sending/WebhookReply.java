package io.limber.reminder.webhook.sending;

import java.time.Duration;
import java.util.Optional;

/** What came of sending a message. Reasons are stable codes without addresses. */
public sealed interface WebhookReply {
    /** The receiver answered, whatever it said. */
    record Answered(int status, Optional<Duration> retryAfter) implements WebhookReply {}

    /** No answer: not resolvable, not reachable, too slow, broken off. */
    record Unreachable(String reason) implements WebhookReply {}

    /** Not sent, because its URL or its address is not allowed. */
    record Forbidden(String reason) implements WebhookReply {}
}
