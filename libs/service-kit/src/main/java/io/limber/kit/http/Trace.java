package io.limber.kit.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The W3C trace context of the current request: taken from its {@code traceparent}, or begun here. */
@RequestScoped
public class Trace {
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");

    private String traceId = random(16);

    void continueFrom(Optional<String> traceparent) {
        traceparent
                .map(TRACEPARENT::matcher)
                .filter(java.util.regex.Matcher::matches)
                .ifPresent(match -> {
                    traceId = match.group(1);
                });
    }

    /** 32 hex digits. */
    public String id() {
        return traceId;
    }

    /** To hand on to whatever this request causes. */
    public String traceparent() {
        return "00-" + traceId + "-" + random(8) + "-01";
    }

    private static String random(int bytes) {
        byte[] id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
