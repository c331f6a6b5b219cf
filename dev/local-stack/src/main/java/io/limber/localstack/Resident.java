package io.limber.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** Resident memory of processes, in MiB. */
final class Resident {

    private Resident() {}

    /** What one process holds in memory; 0 when it is gone or the system does not tell. */
    static long mebibytes(long pid) {
        var status = Path.of("/proc", Long.toString(pid), "status");
        return Files.exists(status) ? kibibytes(status, "VmRSS:") / 1024 : fromPs(pid) / 1024;
    }

    /**
     * A process with all its descendants. Their shared memory is counted once where the system tells a proportional share
     * (PostgreSQL's processes all map the same buffers), and as often as it is mapped elsewhere.
     */
    static long treeMebibytes(long pid) {
        var descendants = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), descendants)
                        .map(Resident::share)
                        .sum()
                / 1024;
    }

    private static long share(long pid) {
        var share = kibibytes(Path.of("/proc", Long.toString(pid), "smaps_rollup"), "Pss:");
        return share > 0 ? share : mebibytes(pid) * 1024;
    }

    private static long kibibytes(Path file, String key) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    private static long fromPs(long pid) {
        try {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            var text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
