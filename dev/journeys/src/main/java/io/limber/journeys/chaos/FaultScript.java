package io.limber.journeys.chaos;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Decides which faults a round has. Deals them like cards, so that after a few rounds all have had their turn. */
final class FaultScript {
    private static final Duration MARGIN = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofSeconds(20);

    private final Random random;
    private final Deque<Fault> deck = new ArrayDeque<>();

    FaultScript(Random random) {
        this.random = random;
    }

    /**
     * @param after the first due time of the round
     * @param lasts from the fault's beginning to its end
     * @param replica concerned, if the fault is about one
     */
    record Step(Fault fault, Duration after, Duration lasts, int replica) {}

    /**
     * First a kill that nothing else disturbs, for the time the standby takes to be measured. The others share the rest of the
     * window, each beginning in its part; they may overlap.
     */
    List<Step> deal(Duration window, int faults) {
        List<Step> steps = new ArrayList<>();
        steps.add(step(Fault.KILL, millis(MARGIN.toMillis()), QUIET));
        Duration begin = MARGIN.plus(QUIET);
        long part = window.minus(begin).toMillis() / Math.max(1, faults - 1);
        for (int other = 1; other < faults; other++) {
            Fault fault = next();
            Duration after = begin.plusMillis(part * (other - 1)).plus(millis(part));
            steps.add(step(fault, after, lasts(fault)));
        }
        return steps;
    }

    private Step step(Fault fault, Duration after, Duration lasts) {
        return new Step(fault, after, lasts, fault == Fault.REBALANCE ? Arena.GUEST : random.nextInt(Arena.STANDING));
    }

    private Fault next() {
        if (deck.isEmpty()) {
            List<Fault> all = new ArrayList<>(Arrays.asList(Fault.values()));
            Collections.shuffle(all, random);
            deck.addAll(all);
        }
        return deck.remove();
    }

    private Duration lasts(Fault fault) {
        return fault.longest() == 0 ? Duration.ZERO : millis(fault.longest() * 1_000L);
    }

    private Duration millis(long bound) {
        return Duration.ofMillis(random.nextLong(bound));
    }
}
