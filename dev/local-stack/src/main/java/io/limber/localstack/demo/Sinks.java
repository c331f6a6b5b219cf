package io.limber.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** What reached the mail and webhook sinks, read over their HTTP lists. */
final class Sinks {

    private final Api api;
    private final String baseUrl;

    Sinks(String baseUrl) {
        this.api = new Api(baseUrl, "none");
        this.baseUrl = baseUrl;
    }

    String hookUrl(String name) {
        return baseUrl + "/hooks/" + name;
    }

    JsonNode awaitMail(Duration limit, String address, Predicate<JsonNode> fits) {
        return await("/mails", limit, mail -> mail.path("to").toString().contains(address) && fits.test(mail));
    }

    JsonNode awaitHook(Duration limit, String name, Predicate<JsonNode> fits) {
        return await("/hooks", limit, hook -> hook.path("path").asText().equals("/hooks/" + name) && fits.test(hook));
    }

    static Map<String, String> headers(JsonNode hook) {
        var headers = new HashMap<String, String>();
        hook.path("headers")
                .properties()
                .forEach(entry -> headers.put(entry.getKey(), entry.getValue().asText()));
        return headers;
    }

    private JsonNode await(String path, Duration limit, Predicate<JsonNode> fits) {
        return Patience.await(limit, () -> first(path, fits), () -> items(path).size() + " others in " + path);
    }

    private Optional<JsonNode> first(String path, Predicate<JsonNode> fits) {
        return StreamSupport.stream(items(path).spliterator(), false)
                .filter(fits)
                .findFirst();
    }

    private JsonNode items(String path) {
        return api.get(path).expect(200).json().path("items");
    }
}
