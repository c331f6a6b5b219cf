package io.limber.catalog.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is wrong with JSON or YAML that is not what it should be, in words for its author. */
public final class Misread {
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
