package io.limber.reminder.webhook.sending;

import java.security.SecureRandom;
import java.util.Base64;

/** The symmetric key shared with a receiver: 32 random bytes, written {@code whsec_} and base64. Never logged. */
public record WebhookSecretKey(byte[] bytes) {
    private static final String PREFIX = "whsec_";
    private static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static WebhookSecretKey random() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return new WebhookSecretKey(bytes);
    }

    /** As the receiver's library wants it. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "whsec_***";
    }
}
