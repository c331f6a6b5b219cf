package io.limber.localstack;

import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Mints the bearer tokens an OpenID provider would: RS256, claims {@code tenant}, {@code scope}, {@code sub}, {@code exp}. */
public final class TokenMint {

    public static final String ISSUER = "limber-dev";

    private final KeyPair keys;

    public TokenMint(KeyPair keys) {
        this.keys = keys;
    }

    public static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a pair back from base64 of PKCS#8, which holds the public half too. */
    public static KeyPair readPrivateKey(String privateKey) {
        try {
            var factory = KeyFactory.getInstance("RSA");
            var secret = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(decode(privateKey)));
            var spec = new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent());
            return new KeyPair(factory.generatePublic(spec), secret);
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException("Not an RSA key", e);
        }
    }

    /** Value of {@code quarkus.oidc.public-key}. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    public String privateKey() {
        return Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
    }

    /** Signs a token; a null tenant leaves the claim out. */
    public String mint(
            @Nullable String tenant, String subject, Collection<String> scopes, Instant now, Instant expiry) {
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(subject);
        claims.setIssuedAt(NumericDate.fromMilliseconds(now.toEpochMilli()));
        claims.setExpirationTime(NumericDate.fromMilliseconds(expiry.toEpochMilli()));
        claims.setGeneratedJwtId();
        claims.setClaim("scope", String.join(" ", scopes));
        if (tenant != null) {
            claims.setClaim("tenant", tenant);
        }
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(keys.getPrivate());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot sign a token", e);
        }
    }

    /** The public half, for code that checks. */
    public RSAPublicKey verificationKey() {
        return (RSAPublicKey) keys.getPublic();
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
