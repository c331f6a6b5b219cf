package io.limber.catalog.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.limber.kit.problem.FieldError;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one entry of an import.
 *
 * @param line where it begins; in a JSON array its place
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
        name = "ImportResult",
        requiredProperties = {"line", "result"})
record ImportResult(
        int line,
        @Nullable String id,
        Outcome result,
        @Nullable String code,
        @Nullable String detail,
        List<FieldError> errors) {
    /** What became of it. */
    enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED,
        FAILED
    }

    static ImportResult done(int line, Optional<String> id, Outcome outcome) {
        return new ImportResult(line, id.orElse(null), outcome, null, null, List.of());
    }

    static ImportResult failed(int line, Optional<String> id, String code, String detail, List<FieldError> errors) {
        return new ImportResult(line, id.orElse(null), Outcome.FAILED, code, detail, errors);
    }
}
