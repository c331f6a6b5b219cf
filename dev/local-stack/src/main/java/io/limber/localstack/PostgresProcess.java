package io.limber.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Finds and ends the server of one data directory. {@code pg_ctl} detaches it from us, so it is no descendant of this process
 * and outlives it: its own pid file is the only honest trace.
 */
final class PostgresProcess {

    private static final Duration START_TOLERANCE = Duration.ofSeconds(30);

    private PostgresProcess() {}

    /** The postmaster that serves this directory, when it is alive and really is one. */
    static OptionalLong ofDataDirectory(Path dataDirectory) {
        var pidFile = dataDirectory.resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return OptionalLong.empty();
            }
            var lines = Files.readAllLines(pidFile);
            var pid = Long.parseLong(lines.getFirst().strip());
            var startedAt = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return isPostgres(pid, startedAt) ? OptionalLong.of(pid) : OptionalLong.empty();
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return OptionalLong.empty();
        }
    }

    /** Kills the postmaster first, so that it cannot restart its children, then the children it left. */
    static void killTree(long pid) {
        ProcessHandle.of(pid).ifPresent(postmaster -> {
            var children = postmaster.descendants().toList();
            postmaster.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            postmaster.onExit().join();
            children.forEach(child -> child.onExit().join());
        });
    }

    // A pid alone proves nothing: after a reboot it may be another server's.
    private static boolean isPostgres(long pid, Instant startedAt) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(ProcessHandle::info).stream()
                .anyMatch(info -> info.command()
                                .filter(command -> Path.of(command)
                                        .getFileName()
                                        .toString()
                                        .startsWith("postgres"))
                                .isPresent()
                        && info.startInstant()
                                .filter(start ->
                                        Duration.between(start, startedAt).abs().compareTo(START_TOLERANCE) < 0)
                                .isPresent());
    }
}
