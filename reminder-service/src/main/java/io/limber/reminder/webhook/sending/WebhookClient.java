package io.limber.reminder.webhook.sending;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Posts signed messages. The host's name is resolved here, its addresses are checked, and the connection goes to the very
 * address that was checked: a name that changes its mind in between (DNS rebinding) gains nothing. Redirects are not
 * followed, because they could lead anywhere.
 */
@ApplicationScoped
public class WebhookClient {
    private static final int CONNECTIONS_PER_ADDRESS = 16;
    private static final int IDLE_SECONDS = 30;
    private static final int LONGEST_RETRY_AFTER_DIGITS = 6;

    private final WebhookConfig config;
    private final Set<String> allowedPrivateHosts;
    private final HttpClient http;
    private final Clock clock;

    WebhookClient(Vertx vertx, WebhookConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.allowedPrivateHosts = config.allowedPrivateHosts().orElse(Set.of());
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setSslHandshakeTimeout(config.connectTimeout().toMillis())
                        .setKeepAliveTimeout(IDLE_SECONDS)
                        .setIdleTimeout(IDLE_SECONDS)
                        .setMaxInitialLineLength(8192)
                        .setMaxHeaderSize(16_384),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_ADDRESS));
    }

    @PreDestroy
    void close() {
        var unused = http.close();
    }

    /**
     * Sends once and waits for the answer, at most the configured timeout. Does not throw.
     *
     * @param id the same for every attempt of one message
     */
    public WebhookReply post(WebhookTarget target, String id, byte[] body) {
        return switch (EndpointUrl.check(target.url(), allowedPrivateHosts)) {
            case EndpointUrl.Verdict.Refused refused -> new WebhookReply.Forbidden("url-not-allowed");
            case EndpointUrl.Verdict.Fine fine -> post(fine.url(), target, id, body);
        };
    }

    private WebhookReply post(EndpointUrl url, WebhookTarget target, String id, byte[] body) {
        InetAddress address;
        try {
            address = resolve(url);
        } catch (UnknownHostException e) {
            return new WebhookReply.Unreachable("host-unknown");
        }
        if (!allowedPrivateHosts.contains(url.host()) && !AddressGuard.isPublic(address)) {
            return new WebhookReply.Forbidden("address-not-allowed");
        }
        return exchange(request(url, address, target, id, body), body);
    }

    /** The first address. Should a name have public and other addresses, none is used unless all are public. */
    private InetAddress resolve(EndpointUrl url) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(url.host());
        for (InetAddress address : addresses) {
            if (!AddressGuard.isPublic(address)) {
                return address;
            }
        }
        return addresses[0];
    }

    private RequestOptions request(EndpointUrl url, InetAddress address, WebhookTarget target, String id, byte[] body) {
        Instant now = clock.instant();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.tls())
                .setURI(url.requestUri())
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Limber-Webhooks/1")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .putHeader("webhook-signature", WebhookSignature.header(target.keys(), id, now.getEpochSecond(), body));
    }

    private WebhookReply exchange(RequestOptions options, byte[] body) {
        AtomicReference<HttpClientRequest> open = new AtomicReference<>();
        CompletableFuture<WebhookReply> reply = new CompletableFuture<>();
        http.request(options)
                .compose(request -> {
                    open.set(request);
                    return request.send(Buffer.buffer(body));
                })
                .onSuccess(response -> read(response, reply))
                .onFailure(reply::completeExceptionally);
        try {
            return reply.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new WebhookReply.Unreachable("timeout");
        } catch (ExecutionException e) {
            return new WebhookReply.Unreachable(reasonOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new WebhookReply.Unreachable("interrupted");
        } finally {
            HttpClientRequest request = open.get();
            if (request != null && (!reply.isDone() || reply.isCompletedExceptionally())) {
                request.reset();
            }
        }
    }

    /** The status decides as soon as it is there; the body is read to keep the connection usable, up to a limit. */
    private void read(HttpClientResponse response, CompletableFuture<WebhookReply> reply) {
        WebhookReply.Answered answered = new WebhookReply.Answered(response.statusCode(), retryAfter(response));
        long[] seen = {0};
        response.exceptionHandler(broken -> reply.complete(answered));
        response.endHandler(end -> reply.complete(answered));
        response.handler(chunk -> {
            seen[0] += chunk.length();
            if (seen[0] > config.largestAnswer() && reply.complete(answered)) {
                response.request().reset();
            }
        });
    }

    private static Optional<Duration> retryAfter(HttpClientResponse response) {
        String header = response.getHeader("Retry-After");
        if (header == null
                || header.isEmpty()
                || header.length() > LONGEST_RETRY_AFTER_DIGITS
                || !header.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
    }

    private static String reasonOf(@Nullable Throwable cause) {
        return switch (cause) {
            case javax.net.ssl.SSLException tls -> "tls-failed";
            case java.net.ConnectException refused -> "connection-failed";
            case null, default -> "connection-broken";
        };
    }
}
