package io.limber.catalog.content;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** What the file says as a tree; empty when it is not YAML or not a mapping. */
    Optional<JsonNode> tree(String file, String text) {
        try {
            JsonNode tree = YAML.readTree(text);
            if (tree != null && tree.isObject()) {
                return Optional.of(tree);
            }
            mistakes.add(new Mistake(file, "", "is not a mapping of keys to values"));
        } catch (JsonProcessingException e) {
            mistakes.add(new Mistake(file, "", "is not YAML: " + e.getOriginalMessage()));
        }
        return Optional.empty();
    }

    /** The file as a document; empty when a field is unknown, missing or of the wrong kind. */
    <T> Optional<T> value(String file, JsonNode tree, Class<T> type) {
        T value;
        try {
            value = YAML.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            mistakes.add(new Mistake(file, pointer(e), reason(e)));
            return Optional.empty();
        }
        List<String> gaps = Gaps.in(value);
        gaps.forEach(gap -> mistakes.add(new Mistake(file, gap, "is missing or empty")));
        return gaps.isEmpty() ? Optional.of(value) : Optional.empty();
    }

    private static String reason(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "there is no field '" + unknown.getPropertyName() + "' here";
            case ValueInstantiationException value
            when value.getCause() != null ->
                Objects.requireNonNullElse(value.getCause().getMessage(), "is not accepted");
            default -> e.getOriginalMessage();
        };
    }

    private static String pointer(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                        .collect(Collectors.joining())
                : "";
    }
}
