package io.limber.kit.http;

import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that announces to be too large with a problem. A body of moderate size is read away first: a client
 * that is still sending when the connection closes sees a broken pipe and never reads the answer.
 */
@ApplicationScoped
public class BodyLimit {
    private static final int BEFORE_EVERYTHING = 1000;
    private static final long READ_AWAY = 16 << 20;

    private final long limit;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
    }

    private void check(RoutingContext context) {
        long announced = announced(context);
        if (announced <= limit) {
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
                        .put("detail", "At most " + limit + " bytes are accepted.")
                        .encode())
                .onComplete(sent -> context.request().connection().close());
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
