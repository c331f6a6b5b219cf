package io.limber.bench.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatenessTest {

    @Test
    void percentilesAreThoseOfTheSortedList() {
        // Given
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var lateness = new Lateness();
        var all = random.longs(1_000 + random.nextInt(1_000), 0, 20_000).toArray();

        // When
        Arrays.stream(all).forEach(lateness::add);

        // Then: nearest rank
        Arrays.sort(all);
        for (var percent : new double[] {1, 50, 90, 99, 99.9, 100}) {
            var rank = (int) Math.ceil(all.length * percent / 100);
            assertThat(lateness.percentile(percent))
                    .as("p%s, seed %d", percent, seed)
                    .isEqualTo(all[rank - 1]);
        }
        assertThat(lateness.max()).isEqualTo(all[all.length - 1]);
        assertThat(lateness.count()).isEqualTo(all.length);
    }

    @Test
    void whatIsEarlyIsCounted() {
        var lateness = new Lateness();

        lateness.add(-1);
        lateness.add(0);

        assertThat(lateness.early()).isEqualTo(1);
        assertThat(lateness.max()).isZero();
    }

    @Test
    void nothingHasNoLateness() {
        assertThat(new Lateness().percentile(99)).isZero();
    }
}
