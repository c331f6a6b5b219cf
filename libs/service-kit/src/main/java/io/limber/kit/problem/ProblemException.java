package io.limber.kit.problem;

import java.io.Serial;
import java.util.List;
import java.util.Map;

/** Thrown where a request cannot be served; becomes a {@link Problem}. The detail is for the caller: no personal data. */
public class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> extensions;

    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, List.of(), Map.of());
    }

    public ProblemException(ProblemCode code, String detail, List<FieldError> errors) {
        this(code, detail, errors, Map.of());
    }

    public ProblemException(ProblemCode code, String detail, List<FieldError> errors, Map<String, Object> extensions) {
        super(detail);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.extensions = Map.copyOf(extensions);
    }

    /** One wrong field. */
    public static ProblemException field(String pointer, String message) {
        return new ProblemException(
                CommonProblem.VALIDATION_FAILED, message, List.of(new FieldError(pointer, message)));
    }

    /** A value outside a closed set. */
    public static ProblemException notOneOf(String pointer, String value, List<String> allowed) {
        String message = "'" + value + "' is not one of the allowed values.";
        return new ProblemException(
                CommonProblem.INVALID_VALUE, message, List.of(new FieldError(pointer, message, allowed)));
    }

    /** Nothing with this id that the caller may see. */
    public static ProblemException notFound(String noun, String id) {
        return new ProblemException(CommonProblem.NOT_FOUND, "There is no " + noun + " with id '" + id + "'.");
    }

    public ProblemCode code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }
}
