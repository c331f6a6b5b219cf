package io.limber.reminder.link;

import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.answer.ReminderId;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Capabilities to answer one reminder: whoever holds the token may, until it expires. Form: base64url of version, expiry,
 * reminder, tenant and an HMAC-SHA-256 over these and the purpose, so that a token signed with the same key for anything
 * else is none here.
 */
@ApplicationScoped
@Startup
public class LinkTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "limber/link/answer-reminder\n".getBytes(StandardCharsets.UTF_8);
    private static final byte VERSION = 1;
    private static final int MAC_BYTES = 32;
    private static final int SHORTEST_KEY = 32;
    private static final int LONGEST_TOKEN = 256;

    private final SecretKeySpec key;
    private final LinksConfig config;
    private final Clock clock;

    /**
     * @throws IllegalArgumentException when the configured key is too short: better no start than links that can be guessed
     */
    LinkTokens(LinksConfig config, Clock clock) {
        byte[] bytes = decoded(config.key().strip(), Base64.getDecoder()).orElse(new byte[0]);
        if (bytes.length < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "limber.links.key must be base64 of at least 32 bytes (openssl rand -base64 32)");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
        this.config = config;
        this.clock = clock;
    }

    /** What a token turns out to be. */
    sealed interface Opened {
        /** It allows to answer this reminder. */
        record Good(TenantId tenant, ReminderId reminder) implements Opened {}

        /** It did until a while ago. */
        record Expired() implements Opened {}

        /** Not one of ours, or changed. */
        record Bad() implements Opened {}
    }

    /** The link for a message that is sent now. */
    public String link(TenantId tenant, ReminderId reminder) {
        String base = config.baseUrl().toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/r/" + mint(tenant, reminder);
    }

    String mint(TenantId tenant, ReminderId reminder) {
        byte[] name = tenant.value().getBytes(StandardCharsets.UTF_8);
        byte[] payload = ByteBuffer.allocate(1 + 3 * Long.BYTES + name.length)
                .put(VERSION)
                .putLong(clock.instant().plus(config.validFor()).getEpochSecond())
                .putLong(reminder.value().getMostSignificantBits())
                .putLong(reminder.value().getLeastSignificantBits())
                .put(name)
                .array();
        byte[] signed = ByteBuffer.allocate(payload.length + MAC_BYTES)
                .put(payload)
                .put(mac(payload))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    Opened open(String token) {
        return verified(token).map(this::read).orElseGet(Opened.Bad::new);
    }

    private Optional<byte[]> verified(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        // One text a token: the decoder alone would take other last characters for the same bytes.
        return decoded(token, Base64.getUrlDecoder())
                .filter(bytes -> bytes.length > MAC_BYTES)
                .filter(bytes -> Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(bytes)
                        .equals(token))
                .flatMap(bytes -> {
                    byte[] payload = Arrays.copyOf(bytes, bytes.length - MAC_BYTES);
                    byte[] mac = Arrays.copyOfRange(bytes, payload.length, bytes.length);
                    // Takes the same time wherever the first difference is.
                    return MessageDigest.isEqual(mac, mac(payload)) ? Optional.of(payload) : Optional.empty();
                });
    }

    private Opened read(byte[] payload) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(payload);
            if (buffer.get() != VERSION) {
                return new Opened.Bad();
            }
            Instant expiry = Instant.ofEpochSecond(buffer.getLong());
            ReminderId reminder = new ReminderId(new UUID(buffer.getLong(), buffer.getLong()));
            byte[] name = new byte[buffer.remaining()];
            buffer.get(name);
            return clock.instant().isBefore(expiry)
                    ? new Opened.Good(new TenantId(new String(name, StandardCharsets.UTF_8)), reminder)
                    : new Opened.Expired();
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return new Opened.Bad();
        }
    }

    private byte[] mac(byte[] payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(PURPOSE);
            return mac.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<byte[]> decoded(String text, Base64.Decoder decoder) {
        try {
            return Optional.of(decoder.decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
