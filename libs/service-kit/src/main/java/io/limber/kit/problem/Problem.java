package io.limber.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of every error (RFC 9457). Extensions of a code stand beside the standard members. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        @Nullable String detail,
        List<FieldError> errors,
        String traceId,
        @JsonAnyGetter Map<String, Object> extensions) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String DOCS = "/problems/";

    /** Where the code is explained. */
    public static String typeOf(ProblemCode code) {
        return DOCS + code.code();
    }

    static Problem of(ProblemCode code, @Nullable String detail, List<FieldError> errors, String traceId) {
        return of(code, detail, errors, traceId, Map.of());
    }

    static Problem of(
            ProblemCode code,
            @Nullable String detail,
            List<FieldError> errors,
            String traceId,
            Map<String, Object> extensions) {
        return new Problem(typeOf(code), code.title(), code.status(), code.code(), detail, errors, traceId, extensions);
    }
}
