package io.limber.reminder.delivery.email;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How mails are sent, beside {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "limber.email")
public interface EmailConfig {
    /** Longest time for handing one mail to the mail server. Must be shorter than {@code limber.delivery.lease}. */
    @WithDefault("PT20S")
    Duration timeout();
}
