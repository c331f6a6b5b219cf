package io.limber.routine.safety;

import java.util.List;

/** Whether a routine suits a person: without a clash it does, heeding the advice. */
public record Verdict(List<Clash> clashes, List<Advice> advice) {
    public Verdict {
        clashes = List.copyOf(clashes);
        advice = List.copyOf(advice);
    }

    public boolean suits() {
        return clashes.isEmpty();
    }
}
