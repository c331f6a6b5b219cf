package io.limber.kit.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Puts the trace id where logs, problems and events find it. */
public class TraceFilter {
    @Inject
    Trace trace;

    @ServerRequestFilter(preMatching = true)
    public void begin(ContainerRequestContext request) {
        trace.continueFrom(Optional.ofNullable(request.getHeaderString("traceparent")));
        MDC.put("traceId", trace.id());
    }
}
