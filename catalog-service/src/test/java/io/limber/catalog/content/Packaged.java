package io.limber.catalog.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.limber.catalog.guidance.Guidance;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.vocabulary.Codes;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** The content that ships with the service, for tests of other features. */
public final class Packaged {
    private static final ContentFiles FILES = ContentFiles.packaged();
    private static final Content CONTENT = Content.read(FILES);
    private static final YAMLMapper YAML = new YAMLMapper();

    private Packaged() {}

    public static List<Stretch> stretches() {
        return CONTENT.stretches().stream().map(ContentDocument::value).toList();
    }

    public static Stretch stretch(String id) {
        return stretches().stream()
                .filter(stretch -> stretch.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public static Codes codes() {
        return Codes.of(
                CONTENT.vocabularies().stream().map(ContentDocument::value).toList());
    }

    public static Guidance guidance(String id) {
        return CONTENT.guidance().stream()
                .map(ContentDocument::value)
                .filter(page -> page.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A file as it was written, read by nothing of ours. */
    public static JsonNode file(String path) {
        return tree(Objects.requireNonNull(FILES.texts().get(path), path));
    }

    /** The files of {@code stretches/} as they were written, by id. */
    public static TreeMap<String, JsonNode> stretchFiles() {
        TreeMap<String, JsonNode> files = new TreeMap<>();
        FILES.texts().forEach((path, text) -> {
            if (path.startsWith("stretches/")) {
                JsonNode tree = tree(text);
                files.put(tree.path("id").asText(), tree);
            }
        });
        return files;
    }

    private static JsonNode tree(String text) {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
