package io.limber.bench.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StepsTest {

    private final Steps steps = new Steps();

    @Test
    void recordIsVisibleWhenTheEndFirstLayBehindIt() {
        // Given
        steps.note(1_000, 10);
        steps.note(1_010, 10);
        steps.note(1_020, 25);

        // Then
        assertThat(steps.passed(9)).isEqualTo(1_000);
        assertThat(steps.passed(10)).isEqualTo(1_020);
        assertThat(steps.passed(24)).isEqualTo(1_020);
        assertThat(steps.passed(25)).isEqualTo(-1);
    }

    @Test
    void manyStepsAreKept() {
        for (var step = 0; step < 1_000; step++) {
            steps.note(step, step + 1);
        }

        assertThat(steps.passed(777)).isEqualTo(777);
    }

    @Test
    void progressIsWhatWasAddedWhen() {
        steps.note(1_000, 10);
        steps.note(1_020, 25);

        var grown = new TreeMap<Long, Long>();
        steps.addTo(grown, 4);

        assertThat(grown).containsEntry(1_000L, 6L).containsEntry(1_020L, 15L);
    }
}
