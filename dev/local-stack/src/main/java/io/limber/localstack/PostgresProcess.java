package io.limber.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Finds and ends the server of one data directory. {@code pg_ctl} detaches it from us, so it is no descendant of this process
 * and outlives it: its own pid file is the only honest trace.
 */
final class PostgresProcess {

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
            return isPostgres(pid) ? OptionalLong.of(pid) : OptionalLong.empty();
        } catch (IOException | NumberFormatException e) {
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

    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().command())
                .filter(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .isPresent();
    }
}
