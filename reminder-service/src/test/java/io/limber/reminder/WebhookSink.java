package io.limber.reminder;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** A receiver of webhooks that keeps what it gets and answers as it is told. */
public final class WebhookSink implements AutoCloseable {
    /** What the sink answers. */
    public interface Answer {
        void to(HttpExchange exchange, int number) throws IOException;
    }

    /** A request as it came. */
    public record Received(String path, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    private final HttpServer server;
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private volatile Answer answer = status(204);

    private WebhookSink(HttpServer server) {
        this.server = server;
    }

    public static WebhookSink open() {
        try {
            WebhookSink sink = new WebhookSink(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
            sink.server.createContext("/", sink::take);
            sink.server.setExecutor(Executors.newCachedThreadPool());
            sink.server.start();
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Answer status(int status) {
        return (exchange, number) -> exchange.sendResponseHeaders(status, -1);
    }

    public WebhookSink answering(Answer wanted) {
        answer = wanted;
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?from=limber";
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Headers headers = exchange.getRequestHeaders();
            received.add(new Received(exchange.getRequestURI().toString(), new HashMap<>(headers), body));
            answer.to(exchange, received.size());
        }
    }
}
