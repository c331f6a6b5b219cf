package io.limber.localstack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a running stack writes down about itself, so that the other commands find it, and so that a start after a kill ends exactly
 * what that stack had started. A process is named by pid <em>and</em> start time, because pids are used again.
 *
 * @param launcher the process that holds Kafka and the sinks
 * @param postgres the directory the PostgreSQL server was given
 * @param ports by name of {@link Port}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunFile(Entry launcher, List<Entry> services, String postgres, Map<String, Integer> ports) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param startedAtMillis as the operating system tells it */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entry(String name, long pid, long startedAtMillis, double startSeconds) {

        static Entry of(String name, ProcessHandle process, double startSeconds) {
            return new Entry(name, process.pid(), startOf(process), startSeconds);
        }

        /** The process this entry names, if it still runs and is not another one with the same pid. */
        Optional<ProcessHandle> running() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startOf(process) == startedAtMillis);
        }

        private static long startOf(ProcessHandle process) {
            return process.info()
                    .startInstant()
                    .map(start -> start.toEpochMilli())
                    .orElse(0L);
        }
    }

    /** The port the running stack listens on. */
    public int port(Port port) {
        return Objects.requireNonNull(ports.get(port.name()), port.name());
    }

    /** The stack with one more service. */
    RunFile with(Entry service) {
        var more = new ArrayList<>(services);
        more.removeIf(known -> known.name().equals(service.name()));
        more.add(service);
        return new RunFile(launcher, List.copyOf(more), postgres, ports);
    }

    /** Whether the stack that wrote this still runs. */
    public boolean isRunning() {
        return launcher.running().isPresent();
    }

    /** What the stack of this folder wrote down, if one did. */
    public static Optional<RunFile> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), RunFile.class));
        } catch (IOException e) {
            // Written by a start that was killed or by another version: nothing to go by.
            return Optional.empty();
        }
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            JSON.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), this);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
