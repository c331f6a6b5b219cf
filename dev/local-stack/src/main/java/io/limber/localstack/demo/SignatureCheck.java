package io.limber.localstack.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A receiver's check of a signed webhook, written from the Standard Webhooks 1.0 text: HMAC-SHA256 over
 * {@code id.timestamp.body}, in base64 behind {@code v1,}; several signatures are separated by spaces while a secret rotates.
 */
final class SignatureCheck {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private SignatureCheck() {}

    static boolean holds(String secret, Map<String, String> headers, String body, Instant now) {
        var id = headers.getOrDefault("webhook-id", "");
        var timestamp = headers.getOrDefault("webhook-timestamp", "");
        if (!timestamp.matches("[0-9]{1,12}")
                || Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(TOLERANCE)
                        > 0) {
            return false;
        }
        var expected = sign(secret, id + "." + timestamp + "." + body);
        for (var signature : headers.getOrDefault("webhook-signature", "").split(" ")) {
            if (signature.startsWith("v1,") && equal(expected, signature.substring("v1,".length()))) {
                return true;
            }
        }
        return false;
    }

    private static String sign(String secret, String content) {
        try {
            var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }
}
