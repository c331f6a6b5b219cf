package io.limber.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says in a caller's words what Jackson could not read. */
final class JsonMistake {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonMistake() {}

    static ProblemException explain(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> unknown(unknown);
            case InvalidFormatException format -> format(format);
            case ValueInstantiationException value -> value(value);
            case MismatchedInputException mismatch ->
                single(CommonProblem.INVALID_VALUE, mismatch, "is missing or not of the expected kind.");
            case StreamReadException syntax -> syntax(syntax);
            case JsonMappingException mapping
            when mapping.getCause() instanceof StreamReadException syntax -> syntax(syntax);
            default -> single(CommonProblem.INVALID_VALUE, e, "cannot be read.");
        };
    }

    private static ProblemException syntax(StreamReadException e) {
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return new ProblemException(
                CommonProblem.MALFORMED_JSON, "The JSON breaks off or is not well-formed" + where + ".");
    }

    private static ProblemException unknown(UnrecognizedPropertyException e) {
        List<String> known = e.getKnownPropertyIds() == null
                ? List.of()
                : e.getKnownPropertyIds().stream()
                        .map(Objects::toString)
                        .sorted()
                        .toList();
        String message = "There is no field '" + e.getPropertyName() + "' here.";
        return new ProblemException(
                CommonProblem.UNKNOWN_FIELD, message, List.of(new FieldError(pointer(e), message, known)));
    }

    private static ProblemException format(InvalidFormatException e) {
        List<String> allowed = e.getTargetType() != null && e.getTargetType().isEnum()
                ? Arrays.stream(e.getTargetType().getEnumConstants())
                        .map(constant -> MAPPER.valueToTree(constant).asText())
                        .toList()
                : List.of();
        String message = "'" + abbreviated(String.valueOf(e.getValue())) + "' is not accepted here.";
        return new ProblemException(
                CommonProblem.INVALID_VALUE, message, List.of(new FieldError(pointer(e), message, allowed)));
    }

    private static ProblemException value(ValueInstantiationException e) {
        if (e.getCause() instanceof ProblemException problem) {
            return problem;
        }
        String reason = e.getCause() instanceof IllegalArgumentException ours
                ? Objects.requireNonNullElse(ours.getMessage(), "is not accepted.")
                : "is not accepted.";
        return new ProblemException(CommonProblem.INVALID_VALUE, reason, List.of(new FieldError(pointer(e), reason)));
    }

    private static ProblemException single(CommonProblem code, JsonProcessingException e, String what) {
        String pointer = e instanceof JsonMappingException mapping ? pointer(mapping) : "";
        String message = (pointer.isEmpty() ? "The body" : "'" + pointer + "'") + " " + what;
        return new ProblemException(code, message, List.of(new FieldError(pointer, message)));
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    private static String abbreviated(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
