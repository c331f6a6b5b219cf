package io.limber.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With the example that the Standard Webhooks reference implementations share. */
class SignatureCheckTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant THEN = Instant.ofEpochSecond(1_614_265_330);

    @Test
    void theSharedExampleHolds() {
        assertThat(SignatureCheck.holds(SECRET, headers(SIGNATURE), BODY, THEN)).isTrue();
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() {
        assertThat(SignatureCheck.holds(SECRET, headers("v1,AAAA " + SIGNATURE), BODY, THEN))
                .isTrue();
    }

    @Test
    void changedBodyOldTimestampAndOtherSignaturesAreRefused() {
        assertThat(SignatureCheck.holds(SECRET, headers(SIGNATURE), BODY + " ", THEN))
                .isFalse();
        assertThat(SignatureCheck.holds(SECRET, headers(SIGNATURE), BODY, THEN.plusSeconds(301)))
                .isFalse();
        assertThat(SignatureCheck.holds(SECRET, headers("v1a,AAAA"), BODY, THEN))
                .isFalse();
        assertThat(SignatureCheck.holds(SECRET, Map.of(), BODY, THEN)).isFalse();
    }

    private static Map<String, String> headers(String signature) {
        return Map.of(
                "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "webhook-timestamp", "1614265330",
                "webhook-signature", signature);
    }
}
