package io.limber.kit.http;

import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.ProblemException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags and the preconditions that carry them (RFC 9110 §13, RFC 6585 §3). */
public final class Preconditions {
    private Preconditions() {}

    /** Strong tag of a versioned thing. */
    public static String etag(long version) {
        return "\"v" + version + "\"";
    }

    /**
     * @throws ProblemException 428 without the header, 412 when it names another version
     */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    CommonProblem.PRECONDITION_REQUIRED, "Read it first and send its ETag as If-Match.");
        }
        if (!names(ifMatch, etag(version))) {
            throw new ProblemException(
                    CommonProblem.STALE_VERSION,
                    "The current version is " + etag(version) + "; read it and try again.");
        }
    }

    /** Whether the caller already has the representation with this tag. */
    public static boolean alreadyHas(@Nullable String ifNoneMatch, String etag) {
        return ifNoneMatch != null && names(ifNoneMatch, etag);
    }

    private static boolean names(String header, String etag) {
        return header.trim().equals("*")
                || Arrays.stream(header.split(","))
                        .map(String::trim)
                        .anyMatch(tag -> weakless(tag).equals(etag));
    }

    private static String weakless(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
