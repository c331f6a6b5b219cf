package io.limber.kit.http;

import io.limber.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** How many items a page has. */
public final class Limit {
    public static final int DEFAULT = 50;
    public static final int MAX = 200;

    private Limit() {}

    /**
     * @throws ProblemException outside 1 to {@link #MAX}
     */
    public static int of(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT;
        }
        if (asked < 1 || asked > MAX) {
            throw ProblemException.field("limit", "must be between 1 and " + MAX);
        }
        return asked;
    }
}
