package io.limber.routine;

import io.limber.kit.http.Cursor;
import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cursors of lists that are in order of an id. */
public final class IdCursor {
    private IdCursor() {}

    /**
     * @throws ProblemException 400 when it is not one of ours
     */
    public static <T> Optional<T> decode(@Nullable String cursor, Function<String, T> id) {
        try {
            return Cursor.decode(cursor).map(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    CommonProblem.INVALID_CURSOR,
                    "Use the value of 'next' from the page before, or leave it out.",
                    List.of(new FieldError("cursor", "is not a cursor of this list")));
        }
    }
}
