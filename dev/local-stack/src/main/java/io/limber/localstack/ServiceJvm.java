package io.limber.localstack;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How a service's Java runs.
 *
 * @param flags for {@code java}
 * @param takesArchive whether classes come from the archive made while packaging, if there is one
 */
public record ServiceJvm(List<String> flags, boolean takesArchive) {

    /** They keep newer versions from warning; older ones do not warn. */
    private static final List<String> QUIET =
            List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");

    private static final int WARNS_SINCE = 23;

    /**
     * The first compiler tier alone: starts faster on two cores and keeps a service that idles small. Without memory it goes on, to be
     * looked at.
     */
    public static ServiceJvm quickStart() {
        return of(
                true,
                Stream.of(
                        "-Xmx192m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ReservedCodeCacheSize=48m",
                        "-XX:-ExitOnOutOfMemoryError"));
    }

    /** As in the images, of the memory that compose gives: what measurements want. The images have no archive of classes. */
    public static ServiceJvm asInImages(Service service) {
        return of(false, Stream.concat(Stream.of("-XX:MaxRAM=512m"), options(service.moduleName())));
    }

    /** @param own wins over what all have */
    private static ServiceJvm of(boolean takesArchive, Stream<String> own) {
        Predicate<String> isKnown = flag -> Runtime.version().feature() >= WARNS_SINCE || !QUIET.contains(flag);
        return new ServiceJvm(
                Stream.concat(options("service"), own).filter(isKnown).toList(), takesArchive);
    }

    private static Stream<String> options(String name) {
        return DeployFile.read("java/" + name + ".options")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }
}
