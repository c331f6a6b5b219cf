package io.limber.catalog.content;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.limber.catalog.document.Flaw;
import io.limber.catalog.document.Gaps;
import io.limber.catalog.document.Misread;
import java.util.List;
import java.util.Optional;

/** Reads a file to the letter and notes what is wrong with it. */
final class ContentParser {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final List<Mistake> mistakes;

    ContentParser(List<Mistake> mistakes) {
        this.mistakes = mistakes;
    }

    /** What the file says as a tree; empty when it is not YAML or neither a mapping nor a list. */
    Optional<JsonNode> tree(String file, String text) {
        try {
            JsonNode tree = YAML.readTree(text);
            if (tree != null && (tree.isObject() || isList(file) && tree.isArray())) {
                return Optional.of(tree);
            }
            mistakes.add(new Mistake(file, "", "is not a mapping of keys to values"));
        } catch (JsonProcessingException e) {
            mistakes.add(new Mistake(file, "", "is not YAML: " + e.getOriginalMessage()));
        }
        return Optional.empty();
    }

    /** The one kind of file that is a list. */
    private static boolean isList(String file) {
        return file.endsWith("/reasons.yaml");
    }

    /** The file as a document; empty when a field is unknown, missing or of the wrong kind. */
    <T> Optional<T> value(String file, JsonNode tree, Class<T> type) {
        T value;
        try {
            value = YAML.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            Flaw flaw = Misread.of(e);
            mistakes.add(new Mistake(file, flaw.pointer(), flaw.what()));
            return Optional.empty();
        }
        List<String> gaps = Gaps.in(value);
        gaps.forEach(gap -> mistakes.add(new Mistake(file, gap, "is missing or empty")));
        return gaps.isEmpty() ? Optional.of(value) : Optional.empty();
    }
}
