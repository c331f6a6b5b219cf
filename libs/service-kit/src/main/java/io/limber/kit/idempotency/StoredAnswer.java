package io.limber.kit.idempotency;

import org.jspecify.annotations.Nullable;

/** An answer as it lies in the table. */
record StoredAnswer(
        String fingerprint,
        int status,
        @Nullable String location,
        @Nullable String etag,
        String body) {}
