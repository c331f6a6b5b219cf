package io.limber.reminder.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.answer.ReminderId;
import io.limber.testkit.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTokensTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final SettableClock clock = SettableClock.at("2026-11-23T09:00:00Z");
    private final LinkTokens tokens = tokens("0123456789abcdef0123456789abcdef");
    private final TenantId tenant = new TenantId("acme");
    private final ReminderId reminder = new ReminderId(UUID.randomUUID());

    @Test
    void opensWhatItMinted() {
        String token = tokens.mint(tenant, reminder);

        assertThat(tokens.open(token)).isEqualTo(new LinkTokens.Opened.Good(tenant, reminder));
        assertThat(tokens.link(tenant, reminder)).isEqualTo("https://limber.test/r/" + token);
        assertThat(token).matches("[A-Za-z0-9_-]{80,180}");
    }

    @Test
    void expires() {
        String token = tokens.mint(tenant, reminder);

        var unused = clock.tick(Duration.ofHours(24).minusSeconds(1));
        assertThat(tokens.open(token)).isInstanceOf(LinkTokens.Opened.Good.class);
        unused = clock.tick(Duration.ofSeconds(1));
        assertThat(tokens.open(token)).isInstanceOf(LinkTokens.Opened.Expired.class);
    }

    @Test
    void noCharacterCanBeChanged() {
        String token = tokens.mint(tenant, reminder);
        for (int at = 0; at < token.length(); at++) {
            for (char other : new char[] {'A', '_', ALPHABET.charAt((ALPHABET.indexOf(token.charAt(at)) + 1) % 64)}) {
                String changed = token.substring(0, at) + other + token.substring(at + 1);
                if (!changed.equals(token)) {
                    assertThat(tokens.open(changed)).isInstanceOf(LinkTokens.Opened.Bad.class);
                }
            }
        }
    }

    @Test
    void isNotExtendedCutOrPadded() {
        String token = tokens.mint(tenant, reminder);

        assertThat(tokens.open(token + "A")).isInstanceOf(LinkTokens.Opened.Bad.class);
        assertThat(tokens.open(token + "=")).isInstanceOf(LinkTokens.Opened.Bad.class);
        assertThat(tokens.open(token.substring(1))).isInstanceOf(LinkTokens.Opened.Bad.class);
        assertThat(tokens.open(token.repeat(9))).isInstanceOf(LinkTokens.Opened.Bad.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not a token", "../../etc/passwd", "AAAA"})
    void isNothingElse(String text) {
        assertThat(tokens.open(text)).isInstanceOf(LinkTokens.Opened.Bad.class);
    }

    @Test
    void isNotOpenedWithAnotherKey() {
        String token = tokens.mint(tenant, reminder);

        assertThat(tokens("another key, also thirty-two long").open(token)).isInstanceOf(LinkTokens.Opened.Bad.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "%%%"})
    void doesNotStartWithAWeakKey(String key) {
        assertThatThrownBy(() -> new LinkTokens(config(key), clock)).isInstanceOf(IllegalArgumentException.class);
    }

    private LinkTokens tokens(String key) {
        return new LinkTokens(config(Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8))), clock);
    }

    private static LinksConfig config(String key) {
        return new LinksConfig() {
            @Override
            public URI baseUrl() {
                return URI.create("https://limber.test/");
            }

            @Override
            public String key() {
                return key;
            }

            @Override
            public Duration validFor() {
                return Duration.ofHours(24);
            }
        };
    }
}
