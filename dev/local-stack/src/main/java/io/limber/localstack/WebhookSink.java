package io.limber.localstack;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Records every webhook as it came: path, headers, raw body. Answers 200. Keeps the newest {@value #KEPT}, in memory only. */
public final class WebhookSink {

    private static final int KEPT = 10_000;
    private static final int LARGEST = 1 << 20;

    private final Deque<Hook> hooks = new ArrayDeque<>();

    /** @param headers by lower-case name; several values are joined with a comma */
    public record Hook(String path, long receivedAtMillis, Map<String, String> headers, String body) {}

    public synchronized List<Hook> received() {
        return List.copyOf(hooks);
    }

    void receive(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readNBytes(LARGEST), StandardCharsets.UTF_8);
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        keep(new Hook(exchange.getRequestURI().getPath(), System.currentTimeMillis(), Map.copyOf(headers), body));
    }

    private synchronized void keep(Hook hook) {
        hooks.addLast(hook);
        if (hooks.size() > KEPT) {
            hooks.removeFirst();
        }
    }
}
