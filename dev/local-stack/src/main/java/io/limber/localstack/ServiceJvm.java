package io.limber.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a service's Java runs.
 *
 * @param flags for {@code java}
 * @param takesArchive whether classes come from the archive made while packaging, if there is one
 */
public record ServiceJvm(List<String> flags, boolean takesArchive) {

    /** Kafka's clients and the compression libraries still use what these Java versions warn about. */
    private static final List<String> QUIET =
            List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");

    private static final int WARNS_SINCE = 23;

    /** The first compiler tier alone: starts faster on two cores and keeps a service that idles small. */
    public static ServiceJvm quickStart() {
        var flags = new ArrayList<>(List.of(
                "-Xms24m",
                "-Xmx192m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=48m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        if (Runtime.version().feature() >= WARNS_SINCE) {
            flags.addAll(QUIET);
        }
        return new ServiceJvm(List.copyOf(flags), true);
    }

    /** As in the images, of the memory that compose gives: what measurements want. The images have no archive of classes. */
    public static ServiceJvm asInImages(Path project, Service service) {
        var flags = new ArrayList<>(List.of("-XX:MaxRAM=512m"));
        flags.addAll(lines(project.resolve("deploy/java/service.options")));
        flags.addAll(lines(project.resolve("deploy/java/" + service.moduleName() + ".options")));
        if (Runtime.version().feature() < WARNS_SINCE) {
            flags.removeAll(QUIET);
        }
        return new ServiceJvm(List.copyOf(flags), false);
    }

    private static List<String> lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
