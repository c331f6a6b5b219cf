package io.limber.reminder.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** The links in messages. */
@ConfigMapping(prefix = "limber.links")
public interface LinksConfig {
    /** Where people reach this service from outside, without the path: {@code https://limber.example.com}. */
    URI baseUrl();

    /**
     * Base64 of at least 32 bytes: signs the links. No default. Whoever has it can answer for everybody; replaced, links
     * under way stop working.
     */
    String key();

    /** How long a link works after its message was sent. Longer is more comfortable, and open to more misuse. */
    @WithDefault("PT24H")
    Duration validFor();
}
