package io.limber.reminder.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limber.reminder.webhook.sending.WebhookSecretKey;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretVaultTest {
    private final SecretVault vault = vault("01234567890123456789012345678901");
    private final EndpointId endpoint = new EndpointId(UUID.randomUUID());
    private final WebhookSecretKey secret = WebhookSecretKey.random();

    @Test
    void opensWhatItSealed() {
        String sealed = vault.seal(endpoint, secret);

        assertThat(vault.open(endpoint, sealed).bytes()).isEqualTo(secret.bytes());
        assertThat(sealed).doesNotContain(secret.text().substring("whsec_".length()));
        assertThat(vault.seal(endpoint, secret)).as("a new nonce each time").isNotEqualTo(sealed);
    }

    @Test
    void doesNotOpenForAnotherEndpoint() {
        String sealed = vault.seal(endpoint, secret);

        assertThatThrownBy(() -> vault.open(new EndpointId(UUID.randomUUID()), sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotOpenWhatWasChangedOrSealedWithAnotherKey() {
        String sealed = vault.seal(endpoint, secret);
        char last = sealed.charAt(sealed.length() - 3);
        String changed = sealed.substring(0, sealed.length() - 3)
                + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 2);

        assertThatThrownBy(() -> vault.open(endpoint, changed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault("another key of thirty-two bytes!").open(endpoint, sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "not base64 at all, but long enough to be 32 bytes"})
    void doesNotStartWithAWeakKey(String key) {
        assertThatThrownBy(() -> new SecretVault(() -> key)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SecretVault vault(String key) {
        return new SecretVault(
                () -> Base64.getEncoder().encodeToString(key.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
