package io.limber.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Removal of temporary directories. */
final class Directories {

    private Directories() {}

    /** Removes what can be removed. What another process still holds stays in the system's temporary folder. */
    static void deleteQuietly(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                var unused = path.toFile().delete();
            });
        } catch (IOException | UncheckedIOException e) {
            // Left behind in the temporary folder.
        }
    }
}
