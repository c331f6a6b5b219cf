package io.limber.kit.http;

import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a list goes on: opaque to callers, the last key they saw to us. */
public final class Cursor {
    private static final String PREFIX = "1:";

    private Cursor() {}

    /** The cursor behind this key. */
    public static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((PREFIX + key).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws ProblemException when it is not one of ours
     */
    public static Optional<String> decode(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            // No key of ours has a NUL, and the database refuses it.
            if (key.startsWith(PREFIX) && key.indexOf('\0') < 0) {
                return Optional.of(key.substring(PREFIX.length()));
            }
        } catch (IllegalArgumentException e) {
            // falls through: not ours either
        }
        throw new ProblemException(
                CommonProblem.INVALID_CURSOR,
                "Use the value of 'next' from the page before, or leave it out.",
                List.of(new FieldError("cursor", "is not a cursor of this list")));
    }
}
