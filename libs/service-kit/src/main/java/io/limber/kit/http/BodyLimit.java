package io.limber.kit.http;

import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.Problem;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses a body that announces to be too large with a problem. A body of moderate size is read away first: a client
 * that is still sending when the connection closes sees a broken pipe and never reads the answer. A body that does not announce
 * its length is counted by {@link BodyCount} while it is read.
 */
@ApplicationScoped
public class BodyLimit {
    private static final int BEFORE_EVERYTHING = 1000;
    private static final long READ_AWAY = 16 << 20;

    /** After Quarkus has set its own limit, which is that of the largest. */
    private static final int AFTER_THE_LARGEST = 1;

    /** Quarkus stops later than we do: it answers with nothing, and takes it for a mistake of the service. */
    private static final long LATER = 1 << 20;

    private final BodyConfig config;

    BodyLimit(BodyConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
        filters.register(this::bound, AFTER_THE_LARGEST);
    }

    /** Most bytes of a body that is sent to a path. */
    long of(String path) {
        return config.largeBodies().getOrDefault(path, config.maxBodySize()).asLongValue();
    }

    private long limit(RoutingContext context) {
        return of(context.normalizedPath());
    }

    private void bound(RoutingContext context) {
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit(context) + LATER);
        context.next();
    }

    private void check(RoutingContext context) {
        long announced = announced(context);
        if (announced == 0 || announced <= limit(context)) {
            context.next();
        } else if (announced <= READ_AWAY) {
            context.request()
                    .handler(bytes -> {})
                    .endHandler(end -> refuse(context))
                    .resume();
        } else {
            refuse(context);
        }
    }

    private void refuse(RoutingContext context) {
        CommonProblem code = CommonProblem.BODY_TOO_LARGE;
        context.response()
                .setStatusCode(code.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Connection", "close")
                .end(new JsonObject()
                        .put("type", Problem.typeOf(code))
                        .put("title", code.title())
                        .put("status", code.status())
                        .put("code", code.code())
                        .put("detail", detail(limit(context)))
                        .encode())
                .onComplete(sent -> context.request().connection().close());
    }

    static String detail(long limit) {
        return "At most " + limit + " bytes are accepted.";
    }

    private static long announced(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
