package io.limber.bench.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    private final Population population = Population.dueAt(7, 1_000, 3, TEN);

    @Test
    void planIdTellsItsNumber() {
        for (var number : new int[] {0, 1, 15, 16, 999}) {
            assertThat(population.number(utf8(population.planId(number)))).isEqualTo(number);
        }
    }

    @Test
    void plansOfOthersAreNobody() {
        assertThat(population.number(utf8(Population.dueAt(8, 1_000, 3, TEN).planId(5))))
                .isEqualTo(-1);
        assertThat(population.number(utf8("p-1"))).isEqualTo(-1);
        assertThat(Population.dueAt(7, 10, 3, TEN).number(utf8(population.planId(10))))
                .isEqualTo(-1);
    }

    @Test
    void seedsAreTheFirstOfTheirCadenceInTheirBucket() {
        var seeds = population.seeds();

        for (var number = 0; number < population.size(); number++) {
            var seed = seeds[population.cadence(number) * Population.BUCKETS + population.bucket(number)];
            assertThat(seed).isBetween(0, number);
            assertThat(population.cadence(seed)).isEqualTo(population.cadence(number));
            assertThat(population.bucket(seed)).isEqualTo(population.bucket(number));
        }
        assertThat(Arrays.stream(seeds).filter(seed -> seed >= 0).distinct()).hasSize(48);
    }

    @Test
    void eachCadenceHasItsDueInstantOrAllHaveOne() {
        assertThat(population.due(2)).isEqualTo(TEN);
        assertThat(new Population(1, 10, 2, List.of(TEN, TEN.plusSeconds(60))).lastDue())
                .isEqualTo(TEN.plusSeconds(60));
        assertThatThrownBy(() -> new Population(1, 10, 3, List.of(TEN, TEN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Population.dueAt(1, 10, 1, TEN.plusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
