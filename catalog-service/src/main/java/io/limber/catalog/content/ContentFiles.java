package io.limber.catalog.content;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files as they are.
 *
 * @param texts by their path below {@code content/}, with slashes
 */
record ContentFiles(SortedMap<String, String> texts) {
    private static final String ROOT = "content";
    private static final String SUFFIX = ".yaml";

    /** Those that ship with the service. */
    static ContentFiles packaged() {
        SortedMap<String, String> texts = new TreeMap<>();
        try {
            ClassPathUtils.consumeAsPaths(
                    Thread.currentThread().getContextClassLoader(), ROOT, root -> texts.putAll(below(root)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ContentFiles(texts);
    }

    /** Those in a folder. */
    static ContentFiles of(Path folder) {
        return new ContentFiles(below(folder));
    }

    private static SortedMap<String, String> below(Path root) {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path :
                    paths.filter(file -> file.toString().endsWith(SUFFIX)).toList()) {
                texts.put(root.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
