package io.limber.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decides what the tests run on. System property {@code limber.test.stack} or environment {@code LIMBER_TEST_STACK}:
 * {@code embedded}, {@code containers}, or {@code auto} (default): containers where a Docker engine answers that has the images or
 * can fetch them, embedded servers otherwise.
 */
enum StackKind {
    EMBEDDED,
    CONTAINERS;

    static final String PROPERTY = "limber.test.stack";
    static final String POSTGRES_IMAGE = "postgres:18";
    static final String KAFKA_IMAGE = "apache/kafka:4.2.1";

    // The one that the Testcontainers of the BOM starts beside ours, unless told not to.
    private static final String RYUK_IMAGE = "testcontainers/ryuk:0.14.0";

    // With this one it looks for the engine's address when the tests themselves run in a container.
    private static final String TINY_IMAGE = "alpine:3.17";

    record Choice(StackKind kind, String reason) {}

    static Choice choose() {
        var wanted = System.getProperty(PROPERTY, System.getenv().getOrDefault("LIMBER_TEST_STACK", "auto"));
        return switch (wanted.toLowerCase(Locale.ROOT)) {
            case "embedded" -> new Choice(EMBEDDED, PROPERTY + "=embedded");
            case "containers" -> new Choice(CONTAINERS, PROPERTY + "=containers");
            case "auto" -> automatic();
            default ->
                throw new IllegalArgumentException(
                        PROPERTY + " is '" + wanted + "'; it can be auto, embedded or containers");
        };
    }

    private static Choice automatic() {
        var engine = DockerEngine.find();
        if (engine.isEmpty()) {
            return new Choice(EMBEDDED, "no Docker engine answers");
        }
        for (var image : images()) {
            if (!engine.get().has(image)) {
                return new Choice(EMBEDDED, "the Docker engine has no " + image + " and cannot fetch it");
            }
        }
        return new Choice(CONTAINERS, "a Docker engine answers");
    }

    private static List<String> images() {
        var images = new ArrayList<>(List.of(POSTGRES_IMAGE, KAFKA_IMAGE));
        if (!Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))) {
            images.add(RYUK_IMAGE);
        }
        if (Files.exists(Path.of("/.dockerenv")) && System.getenv("TESTCONTAINERS_HOST_OVERRIDE") == null) {
            images.add(TINY_IMAGE);
        }
        return images;
    }
}
