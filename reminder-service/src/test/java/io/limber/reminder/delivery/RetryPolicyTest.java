package io.limber.reminder.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
    private final RetryPolicy policy = new RetryPolicy(Duration.ofMinutes(1), Duration.ofHours(6), 6);

    @ParameterizedTest
    @CsvSource({"1, PT1M", "2, PT5M", "3, PT25M", "4, PT2H5M", "5, PT6H"})
    void boundsGrowFivefoldUpToTheLongest(int attempt, Duration bound) {
        assertThat(policy.bound(attempt)).isEqualTo(bound);
    }

    @Test
    void pausesLieBetweenASecondAndTheBound() {
        Random random = new Random(4711);
        for (int attempt = 1; attempt < 6; attempt++) {
            for (int i = 0; i < 1000; i++) {
                assertThat(policy.pauseAfter(attempt, Optional.empty(), random))
                        .hasValueSatisfying(
                                pause -> assertThat(pause).isBetween(Duration.ofSeconds(1), Duration.ofHours(6)));
            }
        }
    }

    @Test
    void givesUpAfterTheLast() {
        assertThat(policy.pauseAfter(6, Optional.empty(), new Random(1))).isEmpty();
    }

    @Test
    void waitsAtLeastAsLongAsAskedButNotForEver() {
        Random random = new Random(1);

        assertThat(policy.pauseAfter(1, Optional.of(Duration.ofHours(1)), random))
                .hasValue(Duration.ofHours(1));
        assertThat(policy.pauseAfter(1, Optional.of(Duration.ofDays(9)), random))
                .hasValue(Duration.ofHours(6));
    }
}
