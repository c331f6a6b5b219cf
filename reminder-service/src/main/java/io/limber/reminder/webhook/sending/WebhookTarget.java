package io.limber.reminder.webhook.sending;

import java.util.List;

/**
 * Where a message goes and with which keys it is signed, the newest first.
 *
 * @param url checked when it was registered, and again before it is used
 */
public record WebhookTarget(String url, List<WebhookSecretKey> keys) {
    public WebhookTarget {
        keys = List.copyOf(keys);
    }

    @Override
    public String toString() {
        return "WebhookTarget[***]";
    }
}
