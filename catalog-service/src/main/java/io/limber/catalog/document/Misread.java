package io.limber.catalog.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is wrong with JSON or YAML that is not what it should be, in words for its author. */
public final class Misread {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Misread() {}

    public static Flaw of(JsonProcessingException e) {
        return new Flaw(pointer(e), reason(e));
    }

    private static String reason(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "there is no field '" + unknown.getPropertyName() + "' here";
            case ValueInstantiationException value
            when value.getCause() != null ->
                Objects.requireNonNullElse(value.getCause().getMessage(), "is not accepted");
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                "'" + format.getValue() + "' is none of " + constants(format.getTargetType());
            // What else Jackson says names our classes.
            case MismatchedInputException mismatch -> "is missing or not of the expected kind";
            default -> e.getOriginalMessage();
        };
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> MAPPER.valueToTree(constant).asText())
                .toList();
    }

    private static String pointer(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                        .collect(Collectors.joining())
                : "";
    }
}
