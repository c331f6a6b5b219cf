package io.limber.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON pointer into the body (RFC 6901), or the name of a query or path parameter
 * @param message what to fix
 * @param allowed the values that would be accepted, when they can be listed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FieldError(String pointer, String message, List<String> allowed) {
    public FieldError(String pointer, String message) {
        this(pointer, message, List.of());
    }
}
