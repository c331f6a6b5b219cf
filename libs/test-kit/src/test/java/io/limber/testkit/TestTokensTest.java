package io.limber.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

class TestTokensTest {

    @Test
    void tokenCarriesTenantAndScopes() throws Exception {
        var claims = verify(TestTokens.of("acme", "catalog:read", "admin"));

        assertThat(claims.getIssuer()).isEqualTo("limber-dev");
        assertThat(claims.getStringClaimValue("tenant")).isEqualTo("acme");
        assertThat(claims.getStringClaimValue("scope")).isEqualTo("catalog:read admin");
    }

    @Test
    void expiredAndForgedTokensAreRefused() {
        assertThatThrownBy(() -> verify(TestTokens.expired("acme", "admin"))).isInstanceOf(InvalidJwtException.class);
        assertThatThrownBy(() -> verify(TestTokens.forged("acme", "admin"))).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void tokenWithoutTenantHasNoSuchClaim() throws Exception {
        assertThat(verify(TestTokens.withoutTenant("admin")).hasClaim("tenant")).isFalse();
    }

    private static JwtClaims verify(String token) throws Exception {
        var key = (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(TestTokens.publicKey())));
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }
}
