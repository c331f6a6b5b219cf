package io.limber.catalog.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limber.kit.http.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends answers: 200 with a strong entity tag, compressed where the client takes it, or 304 when the client has just that.
 * Clients may keep an answer but ask each time: a corrected contraindication must not wait in a cache.
 */
@ApplicationScoped
public class Answers {
    private static final String KEEP_BUT_ASK = "private, no-cache";
    private static final String DEPENDS_ON = "Authorization, Accept-Language, Accept-Encoding";

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    public Answer json(Object body, Map<String, String> headers) {
        try {
            return new Answer(json.writeValueAsBytes(body), MediaType.APPLICATION_JSON, headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public Response send(Answer answer, HttpHeaders request) {
        Reply reply = reply(
                answer,
                request.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        Response.ResponseBuilder response = Response.status(reply.status());
        reply.headers().forEach(response::header);
        return response.entity(reply.body()).build();
    }

    /**
     * What is sent.
     *
     * @param body null with 304
     */
    public record Reply(int status, Map<String, String> headers, byte @Nullable [] body) {}

    public Reply reply(Answer answer, @Nullable String ifNoneMatch, @Nullable String acceptEncoding) {
        boolean compressed = answer.isWorthCompressing() && takesGzip(acceptEncoding);
        String tag = answer.tag(compressed);
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put(HttpHeaders.ETAG, tag);
        headers.put(HttpHeaders.CACHE_CONTROL, KEEP_BUT_ASK);
        headers.put(HttpHeaders.VARY, DEPENDS_ON);
        if (Preconditions.alreadyHas(ifNoneMatch, tag)) {
            return new Reply(NOT_MODIFIED, headers, null);
        }
        headers.put(HttpHeaders.CONTENT_TYPE, answer.mediaType());
        if (compressed) {
            headers.put(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return new Reply(OK, headers, compressed ? answer.compressed() : answer.plain());
    }

    /**
     * Whether gzip is among what the client takes (RFC 9110 §12.5.3), and not with a weight of nothing. What is said of gzip goes
     * before what is said of everything, whichever comes first.
     */
    static boolean takesGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        boolean takesAny = false;
        for (String one : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = one.replaceAll("\\s", "").split(";", -1);
            boolean isTaken = Arrays.stream(parts).noneMatch(part -> part.matches("q=0(\\.0*)?"));
            if (parts[0].equals("gzip") || parts[0].equals("x-gzip")) {
                return isTaken;
            }
            takesAny |= parts[0].equals("*") && isTaken;
        }
        return takesAny;
    }
}
