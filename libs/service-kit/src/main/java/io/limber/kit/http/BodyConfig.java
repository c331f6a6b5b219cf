package io.limber.kit.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** How large the bodies of requests may be. */
@ConfigMapping(prefix = "limber.http")
public interface BodyConfig {
    /** Most bytes of a body. {@code quarkus.http.limits.max-body-size} must be at least the largest of all these. */
    @WithDefault("1M")
    MemorySize maxBodySize();

    /** Most bytes by path, for the few that read a body as it comes instead of keeping it in memory. */
    Map<String, MemorySize> largeBodies();
}
