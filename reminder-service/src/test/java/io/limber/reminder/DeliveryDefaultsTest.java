package io.limber.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limber.reminder.delivery.DeliveryConfig;
import io.limber.reminder.delivery.email.EmailConfig;
import io.limber.reminder.link.LinksConfig;
import io.limber.reminder.webhook.SecretsConfig;
import io.limber.reminder.webhook.sending.WebhookConfig;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What holds when nothing is configured; a change here is a change for every installation. */
class DeliveryDefaultsTest {
    @Test
    void deliveryTriesSixTimesOverHours() {
        DeliveryConfig config = of(DeliveryConfig.class);

        assertThat(config.enabled()).isTrue();
        assertThat(config.givesWay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.poll()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.concurrency()).isEqualTo(64);
        assertThat(config.perDestination()).isEqualTo(8);
        assertThat(config.attempts()).isEqualTo(6);
        assertThat(config.firstPause()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.longestPause()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void aClaimOutlivesEveryAttempt() {
        Duration lease = of(DeliveryConfig.class).lease();

        assertThat(lease).isGreaterThan(of(EmailConfig.class).timeout().plusSeconds(10));
        assertThat(lease).isGreaterThan(of(WebhookConfig.class).timeout().plusSeconds(10));
    }

    @Test
    void webhooksGoToThePublicInternetOnly() {
        WebhookConfig config = of(WebhookConfig.class);

        assertThat(config.allowedPrivateHosts()).isEmpty();
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.largestAnswer()).isEqualTo(65_536);
    }

    @Test
    void noSecretHasADefault() {
        assertThatThrownBy(() -> of(SecretsConfig.class)).hasMessageContaining("limber.secrets.key");
        assertThatThrownBy(() -> of(LinksConfig.class)).hasMessageContaining("limber.links.key");
    }

    private static <T> T of(Class<T> mapping) {
        SmallRyeConfig config = new SmallRyeConfigBuilder().withMapping(mapping).build();
        return config.getConfigMapping(mapping);
    }
}
