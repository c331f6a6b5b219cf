package io.limber.kit.http;

import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.ProblemException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Counts a body that does not announce its length while it is read, and refuses it where {@link BodyLimit} would have. */
public class BodyCount {
    @Inject
    BodyLimit limit;

    @Inject
    CurrentVertxRequest current;

    @ServerRequestFilter
    public void count(ContainerRequestContext request) {
        boolean isChunked = request.getHeaderString("Transfer-Encoding") != null;
        if (isChunked && request.getHeaderString(HttpHeaders.CONTENT_LENGTH) == null) {
            long most = limit.of(request.getUriInfo().getRequestUri().getPath());
            request.setEntityStream(new Counted(request.getEntityStream(), most, current.getCurrent()));
        }
    }

    private static final class Counted extends FilterInputStream {
        private final long most;
        private final RoutingContext context;
        private long read;

        Counted(InputStream in, long most, RoutingContext context) {
            super(in);
            this.most = most;
            this.context = context;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            add(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int some = super.read(into, from, count);
            add(Math.max(some, 0));
            return some;
        }

        /** Closing reads what is left, and who sends too much may send forever. */
        @Override
        public void close() throws IOException {
            if (read <= most) {
                super.close();
            }
        }

        private void add(int bytes) {
            read += bytes;
            if (read > most) {
                // The server would wait for the rest before it closes the connection.
                context.addEndHandler(sent -> context.request().connection().close());
                throw new ProblemException(CommonProblem.BODY_TOO_LARGE, BodyLimit.detail(most));
            }
        }
    }
}
