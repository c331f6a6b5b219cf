package io.limber.routine;

import io.limber.kit.http.Preconditions;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Answers that carry the version of what they show. */
public final class EntityTags {
    private EntityTags() {}

    /** 200 with the view, or 304 when the caller has it already. */
    public static Response read(@Nullable String ifNoneMatch, long version, Object view) {
        String etag = Preconditions.etag(version);
        return Preconditions.alreadyHas(ifNoneMatch, etag)
                ? Response.notModified().header(HttpHeaders.ETAG, etag).build()
                : changed(version, view);
    }

    /** 201 with the view of what was added, and where it is. */
    public static Response added(URI location, long version, Object view) {
        return Response.created(location)
                .header(HttpHeaders.ETAG, Preconditions.etag(version))
                .entity(view)
                .build();
    }

    /** 200 with the view after a change. */
    public static Response changed(long version, Object view) {
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Preconditions.etag(version))
                .build();
    }
}
