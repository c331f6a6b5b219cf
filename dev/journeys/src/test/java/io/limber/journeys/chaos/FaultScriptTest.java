package io.limber.journeys.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.journeys.chaos.FaultScript.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FaultScriptTest {
    private static final Duration WINDOW = Duration.ofSeconds(60);

    @Test
    void beginsWithAKillAndTwentyQuietSeconds() {
        FaultScript script = new FaultScript(new Random(7));
        for (int round = 0; round < 100; round++) {
            List<Step> steps = script.deal(WINDOW, 5);
            Step kill = steps.get(0);

            assertThat(steps).hasSize(5);
            assertThat(kill.fault()).isEqualTo(Fault.KILL);
            assertThat(steps.subList(1, 5))
                    .allSatisfy(step -> assertThat(step.after())
                            .isGreaterThanOrEqualTo(kill.after().plusSeconds(20))
                            .isLessThan(WINDOW));
        }
    }

    @Test
    void dealsEveryFaultBeforeOneComesAgain() {
        FaultScript script = new FaultScript(new Random(7));
        List<Fault> dealt = new ArrayList<>();
        for (int round = 0; round < Fault.values().length; round++) {
            dealt.addAll(script.deal(WINDOW, 2).subList(1, 2).stream()
                    .map(Step::fault)
                    .toList());
        }

        assertThat(dealt).containsExactlyInAnyOrder(Fault.values());
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(new FaultScript(new Random(7)).deal(WINDOW, 5))
                .isEqualTo(new FaultScript(new Random(7)).deal(WINDOW, 5))
                .isNotEqualTo(new FaultScript(new Random(8)).deal(WINDOW, 5));
    }
}
