package io.limber.localstack;

import java.util.ArrayList;
import java.util.List;

/** How the services' Java runs. */
public enum ServiceJvm {
    /** The first compiler tier alone: starts faster on two cores and keeps a service that idles small. */
    QUICK_START("-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=48m"),

    /** Both compilers, as in the images: what measurements want. */
    AS_IN_IMAGES("-Xmx204m", "-XX:ReservedCodeCacheSize=96m", "-XX:+ExitOnOutOfMemoryError");

    private static final List<String> SMALL = List.of(
            "-Xms24m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:MaxDirectMemorySize=64m",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    // Kafka's clients and the compression libraries still use what these Java versions warn about.
    private static final List<String> QUIET =
            List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");

    private final List<String> own;

    ServiceJvm(String... own) {
        this.own = List.of(own);
    }

    /** Flags for the {@code java} of this very process. */
    public List<String> flags() {
        var flags = new ArrayList<>(SMALL);
        flags.addAll(own);
        if (Runtime.version().feature() >= 23) {
            flags.addAll(QUIET);
        }
        return List.copyOf(flags);
    }
}
