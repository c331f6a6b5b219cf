package io.limber.localstack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One service over HTTP, as a platform would call it. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String baseUrl;
    private final String token;

    Api(String baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    /** @param json missing when the body is not JSON */
    record Answer(String request, int status, String body, JsonNode json, String etag) {

        /** The answer itself when it has this status. */
        Answer expect(int wanted) {
            if (status != wanted) {
                throw new NotObserved(request + ": status " + status + " instead of " + wanted + ": " + body);
            }
            return this;
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Object body) {
        return send(json(path).POST(BodyPublishers.ofString(write(body))));
    }

    Answer put(String path, Object body) {
        return send(json(path).PUT(BodyPublishers.ofString(write(body))));
    }

    Answer postIfMatch(String path, String etag) {
        return send(request(path).header("If-Match", etag).POST(BodyPublishers.noBody()));
    }

    Answer deleteIfMatch(String path, String etag) {
        return send(request(path).header("If-Match", etag).DELETE());
    }

    /** A page as a browser opens it: no token. */
    static Answer open(String url) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .GET());
    }

    /** A page's form as a browser sends it: no token. */
    static Answer submit(String url, String form) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(
                    request.method() + " " + request.uri().getPath(),
                    response.statusCode(),
                    response.body(),
                    read(response.body()),
                    response.headers().firstValue("ETag").orElse(""));
        } catch (IOException e) {
            throw new NotObserved(request.method() + " " + request.uri() + " failed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotObserved("interrupted");
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
