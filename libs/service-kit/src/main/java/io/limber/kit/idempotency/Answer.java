package io.limber.kit.idempotency;

import io.limber.kit.http.Preconditions;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a repeatable request answers: enough to answer it again. */
public record Answer(
        int status, @Nullable URI location, @Nullable String etag, Object body) {
    /** 201 with a versioned thing at {@code location}. */
    public static Answer created(String location, long version, Object body) {
        return new Answer(201, URI.create(location), Preconditions.etag(version), body);
    }

    /** 200 with a versioned thing. */
    public static Answer ok(long version, Object body) {
        return new Answer(200, null, Preconditions.etag(version), body);
    }
}
