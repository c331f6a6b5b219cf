package io.limber.bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a result down: JSON, plot, and a page that shows both with the facts of the machine. */
public final class Pages {

    private final Path directory;

    public Pages(Path directory) {
        this.directory = directory;
    }

    /** The result as one JSON object. */
    public static String json(Result result) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(result.figures());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code <name>.svg} alone. */
    public Path writePlot(Result result) {
        return write(result.name() + ".svg", result.plot());
    }

    /**
     * {@code <name>.md}, {@code .json} and {@code .svg}.
     *
     * @param command what was called
     */
    public Path write(Result result, String command, LocalDate day) {
        writePlot(result);
        write(result.name() + ".json", json(result) + "\n");
        return write(result.name() + ".md", """
                # %s

                Measured on %s with `%s`. What the figures mean: [README](README.md).

                %s

                ![%s](%s.svg)

                The same as JSON: [%s.json](%s.json). Everything ran on one machine:

                %s
                """.formatted(
                        title(result.name()),
                        day,
                        command,
                        result.table().markdown(),
                        result.name(),
                        result.name(),
                        result.name(),
                        result.name(),
                        facts(result.figures().getOrDefault("machine", Map.of()))));
    }

    private static String title(String name) {
        return "Benchmark: " + name;
    }

    private static String facts(Object machine) {
        if (!(machine instanceof Map<?, ?> facts)) {
            return "";
        }
        return facts.entrySet().stream()
                .map(fact -> "- " + fact.getKey() + ": " + fact(fact.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String fact(Object value) {
        if (value instanceof Map<?, ?> parts) {
            return parts.entrySet().stream()
                    .map(part -> part.getKey() + " " + part.getValue())
                    .collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }

    private Path write(String name, String content) {
        try {
            return Files.writeString(Files.createDirectories(directory).resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
