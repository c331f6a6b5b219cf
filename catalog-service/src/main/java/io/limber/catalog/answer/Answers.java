package io.limber.catalog.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limber.catalog.answer.Answer.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends answers: 200 with a strong entity tag, compressed where the client takes it, or 304 when the client has just that.
 */
@ApplicationScoped
public class Answers {
    /** A weight of nothing: the client does not take it. */
    private static final Pattern NOT_TAKEN = Pattern.compile(";\\s*q\\s*=\\s*0(\\.0*)?\\s*(;|$)");

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
        reply.headers()
                .forEach(header ->
                        response.header(header.name().toString(), header.value().toString()));
        return response.entity(reply.body()).build();
    }

    public Reply reply(Answer answer, @Nullable String ifNoneMatch, @Nullable String acceptEncoding) {
        return answer.reply(ifNoneMatch, takesGzip(acceptEncoding));
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
            int end = one.indexOf(';');
            String coding = (end < 0 ? one : one.substring(0, end)).strip();
            boolean isTaken = end < 0 || !NOT_TAKEN.matcher(one).find();
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                return isTaken;
            }
            takesAny |= coding.equals("*") && isTaken;
        }
        return takesAny;
    }
}
