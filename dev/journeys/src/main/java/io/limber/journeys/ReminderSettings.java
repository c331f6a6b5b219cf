package io.limber.journeys;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Settings the reminder-service does not start without. */
public final class ReminderSettings {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private ReminderSettings() {}

    public static Map<String, String> with(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "LIMBER_LINKS_BASE_URL", "http://127.0.0.1",
                "LIMBER_LINKS_KEY", KEY,
                "LIMBER_SECRETS_KEY", KEY,
                "QUARKUS_MAILER_HOST", "127.0.0.1",
                "QUARKUS_MAILER_PORT", "1",
                "QUARKUS_MAILER_FROM", "limber@example.org"));
        settings.putAll(more);
        return settings;
    }
}
