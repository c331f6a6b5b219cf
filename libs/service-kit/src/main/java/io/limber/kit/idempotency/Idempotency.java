package io.limber.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a request once per {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header). The answer is stored in
 * the transaction of the effect, so either both are there or neither; it is given again for 24 hours. A failed request
 * stores nothing and may be repeated.
 */
@ApplicationScoped
public class Idempotency {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST_KEY = 200;

    private final IdempotencyKeys keys;
    private final ObjectMapper json;
    private final Clock clock;

    Idempotency(IdempotencyKeys keys, ObjectMapper json, Clock clock) {
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param key the header's value; without one the work simply runs
     * @param operation method and path, part of what makes two requests the same
     * @param command the parsed body, the other part
     * @throws ProblemException 409 while the same key is running, 422 when it was used for another request
     */
    @Transactional
    public Response answer(
            TenantId tenant, @Nullable String key, String operation, Object command, Supplier<Answer> work) {
        if (key == null) {
            return response(work.get());
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ProblemException.field("Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters");
        }
        if (!keys.lock(tenant, key)) {
            throw new ProblemException(CommonProblem.IDEMPOTENCY_IN_PROGRESS, "Wait for its answer, then repeat.");
        }
        Instant now = clock.instant();
        String fingerprint = fingerprint(operation, command);
        return keys.find(tenant, key, now)
                .map(stored -> replay(stored, fingerprint))
                .orElseGet(() -> {
                    Answer answer = work.get();
                    keys.store(tenant, key, stored(answer, fingerprint), now.plus(KEPT));
                    return response(answer);
                });
    }

    private static Response replay(StoredAnswer stored, String fingerprint) {
        if (!stored.fingerprint().equals(fingerprint)) {
            throw new ProblemException(
                    CommonProblem.IDEMPOTENCY_KEY_REUSED, "Use a new key for a request with another body or path.");
        }
        Response.ResponseBuilder response = Response.status(stored.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Idempotency-Replayed", "true")
                .entity(stored.body());
        if (stored.location() != null) {
            response.location(URI.create(stored.location()));
        }
        if (stored.etag() != null) {
            response.header("ETag", stored.etag());
        }
        return response.build();
    }

    private static Response response(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status()).entity(answer.body());
        if (answer.location() != null) {
            response.location(answer.location());
        }
        if (answer.etag() != null) {
            response.header("ETag", answer.etag());
        }
        return response.build();
    }

    private StoredAnswer stored(Answer answer, String fingerprint) {
        URI location = answer.location();
        return new StoredAnswer(
                fingerprint,
                answer.status(),
                location == null ? null : location.toString(),
                answer.etag(),
                write(answer.body()));
    }

    private String fingerprint(String operation, Object command) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((operation + "\n" + write(command)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
