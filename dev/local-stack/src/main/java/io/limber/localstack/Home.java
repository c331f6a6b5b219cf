package io.limber.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param project the repository's root, in which the packaged services lie
 * @param data what the stack keeps: databases, topics, secrets, logs. {@code .limber} of the project unless chosen otherwise
 */
public record Home(Path project, Path data) {

    /** Properties {@code limber.project} and {@code limber.data}, which the launcher script sets; else the working directory. */
    public static Home fromSystem() {
        var project = Path.of(System.getProperty("limber.project", ""))
                .toAbsolutePath()
                .normalize();
        var data = System.getProperty("limber.data", "");
        return new Home(
                project,
                data.isEmpty() ? project.resolve(".limber") : Path.of(data).toAbsolutePath());
    }

    public Path logs() {
        return made(data.resolve("logs"));
    }

    public Path secrets() {
        return data.resolve("secrets");
    }

    public Path postgres() {
        return data.resolve("postgres");
    }

    public Path kafka() {
        return data.resolve("kafka");
    }

    /** What is running, for a second start and for the other commands. */
    public Path runFile() {
        return data.resolve("run.json");
    }

    /** Throws away databases and topics; secrets and logs stay. */
    void forget() {
        Directories.deleteQuietly(postgres());
        Directories.deleteQuietly(kafka());
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
