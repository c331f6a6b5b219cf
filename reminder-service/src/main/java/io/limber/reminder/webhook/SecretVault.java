package io.limber.reminder.webhook;

import io.limber.reminder.webhook.sending.WebhookSecretKey;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals webhook secrets for the database: AES-256-GCM with a random nonce, bound to the endpoint so that a sealed text is
 * of no use in another row. Form: {@code <key id>:<base64 of nonce and ciphertext>}; the key id tells keys apart when one
 * replaces another.
 */
@ApplicationScoped
@Startup
class SecretVault {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_ID_BYTES = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final String keyId;

    /**
     * @throws IllegalArgumentException when the configured key is not base64 of 32 bytes: better no start than weak seals
     */
    SecretVault(SecretsConfig config) {
        byte[] bytes = decoded(config.key());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "limber.secrets.key must be base64 of 32 bytes (openssl rand -base64 32)");
        }
        this.key = new SecretKeySpec(bytes, "AES");
        this.keyId = idOf(bytes);
    }

    String seal(EndpointId endpoint, WebhookSecretKey secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, endpoint, nonce, secret.bytes());
        byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return keyId + ":" + Base64.getEncoder().encodeToString(both);
    }

    /**
     * @throws IllegalStateException when it was sealed with another key or for another endpoint
     */
    WebhookSecretKey open(EndpointId endpoint, String sealed) {
        int colon = sealed.indexOf(':');
        if (colon < 0 || !sealed.substring(0, colon).equals(keyId)) {
            throw new IllegalStateException("a webhook secret was sealed with a key that is not configured");
        }
        byte[] both = Base64.getDecoder().decode(sealed.substring(colon + 1));
        byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
        return new WebhookSecretKey(crypt(Cipher.DECRYPT_MODE, endpoint, nonce, rest));
    }

    private byte[] crypt(int mode, EndpointId endpoint, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(endpoint.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a webhook secret cannot be sealed or opened", e);
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String idOf(byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash, 0, KEY_ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
