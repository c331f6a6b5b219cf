package io.limber.catalog.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limber.kit.http.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * 200 with a strong entity tag over what is sent, or 304 when the client has just that. Clients may keep an answer but
 * ask each time: a corrected contraindication must not wait in a cache.
 */
@ApplicationScoped
public class ConditionalAnswer {
    private static final String KEEP_BUT_ASK = "private, no-cache";
    private static final int TAG_BYTES = 16;

    private final ObjectMapper json;

    ConditionalAnswer(ObjectMapper json) {
        this.json = json;
    }

    public Response of(Object body, @Nullable String ifNoneMatch) {
        return of(Response.ok(body).build(), ifNoneMatch);
    }

    /** The same for an answer that has headers of its own. */
    public Response of(Response full, @Nullable String ifNoneMatch) {
        String body = write(full.getEntity());
        String tag = "\"" + hash(body) + "\"";
        Response.ResponseBuilder answer = Preconditions.alreadyHas(ifNoneMatch, tag)
                ? Response.notModified()
                : Response.fromResponse(full).entity(body).type(MediaType.APPLICATION_JSON_TYPE);
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, KEEP_BUT_ASK)
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(String body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
