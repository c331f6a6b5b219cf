package io.limber.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCommandTest {

    @TempDir
    Path directory = Path.of("");

    @Test
    void tokenIsVerifiedByTheKeyTheServicesGet() throws Exception {
        var keys = new Keys(directory);

        var token = TokenCommand.mint(keys, "acme", "sam", "catalog:read, admin", "15m");

        var claims = new JwtConsumerBuilder()
                .setVerificationKey(keys.tokens().verificationKey())
                .setExpectedIssuer("limber-dev")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
        assertThat(claims.getSubject()).isEqualTo("sam");
        assertThat(claims.getStringClaimValue("tenant")).isEqualTo("acme");
        assertThat(claims.getStringClaimValue("scope")).isEqualTo("catalog:read admin");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(900);
    }

    @ParameterizedTest
    @CsvSource({"90s,90", "15m,900", "1h,3600", "2d,172800", "PT2M,120"})
    void durationsAreReadInBothForms(String text, long seconds) {
        assertThat(Arguments.duration(text)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void whatIsNoDurationIsRefusedWithExamples() {
        assertThatThrownBy(() -> Arguments.duration("soon"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("write 90s, 15m, 1h or 7d");
    }
}
