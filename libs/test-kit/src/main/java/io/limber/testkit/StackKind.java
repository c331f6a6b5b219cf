package io.limber.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/**
 * Decides what the tests run on. System property or environment {@code limber.test.stack}: {@code embedded}, {@code containers},
 * or {@code auto} (default): containers where a Docker engine answers, embedded servers otherwise.
 */
enum StackKind {
    EMBEDDED,
    CONTAINERS;

    static final String PROPERTY = "limber.test.stack";

    record Choice(StackKind kind, boolean forced, String reason) {}

    static Choice choose() {
        var wanted = System.getProperty(PROPERTY, System.getenv().getOrDefault("LIMBER_TEST_STACK", "auto"));
        return switch (wanted.toLowerCase(Locale.ROOT)) {
            case "embedded" -> new Choice(EMBEDDED, true, PROPERTY + "=embedded");
            case "containers" -> new Choice(CONTAINERS, true, PROPERTY + "=containers");
            case "auto" ->
                dockerAnswers()
                        ? new Choice(CONTAINERS, false, "a Docker engine answers")
                        : new Choice(EMBEDDED, false, "no Docker engine answers");
            default ->
                throw new IllegalArgumentException(
                        PROPERTY + " is '" + wanted + "'; it can be auto, embedded or containers");
        };
    }

    private static boolean dockerAnswers() {
        // Testcontainers takes seconds and many log lines to find nothing, so look for a trace of an engine first.
        return traceOfEngine() && DockerClientFactory.instance().isDockerAvailable();
    }

    private static boolean traceOfEngine() {
        var home = System.getProperty("user.home");
        var runtime = System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/nonexistent");
        return System.getenv("DOCKER_HOST") != null
                || Stream.of(
                                Path.of("/var/run/docker.sock"),
                                Path.of(runtime, "docker.sock"),
                                Path.of(home, ".docker", "run", "docker.sock"),
                                Path.of(home, ".testcontainers.properties"))
                        .anyMatch(Files::exists);
    }
}
