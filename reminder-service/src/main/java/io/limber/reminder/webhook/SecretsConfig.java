package io.limber.reminder.webhook;

import io.smallrye.config.ConfigMapping;

/** What protects secrets at rest. */
@ConfigMapping(prefix = "limber.secrets")
public interface SecretsConfig {
    /**
     * Base64 of 32 bytes: the AES-256 key that seals webhook secrets in the database. No default. Lost, all webhook
     * secrets have to be replaced.
     */
    String key();
}
