package io.limber.localstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The sinks over HTTP: {@code POST /hooks/anything} takes a webhook, {@code GET /hooks} and {@code GET /mails} list what came as
 * JSON, newest last.
 */
public final class SinkServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads;
    private final MailSink mails;
    private final WebhookSink hooks = new WebhookSink();

    private SinkServer(HttpServer server, ExecutorService threads, MailSink mails) {
        this.server = server;
        this.threads = threads;
        this.mails = mails;
    }

    public static SinkServer start(int httpPort, int smtpPort) {
        try {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", httpPort), 100);
            var threads = Executors.newFixedThreadPool(
                    4, Thread.ofPlatform().daemon().name("sink-", 0).factory());
            var sink = new SinkServer(server, threads, MailSink.start(smtpPort));
            server.setExecutor(threads);
            server.createContext("/hooks", sink::hooks);
            server.createContext("/mails", exchange -> sink.list(exchange, sink.mails::received));
            server.start();
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException("The sinks did not start on port " + httpPort, e);
        }
    }

    public List<MailSink.Mail> mails() {
        return mails.received();
    }

    public List<WebhookSink.Hook> webhooks() {
        return hooks.received();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        mails.close();
    }

    private void hooks(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            list(exchange, hooks::received);
        } else {
            hooks.receive(exchange);
            answer(exchange, 200, "{}");
        }
    }

    private void list(HttpExchange exchange, Supplier<List<?>> items) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, JSON.writeValueAsString(Map.of("items", items.get())));
        } else {
            answer(exchange, 405, "{}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
