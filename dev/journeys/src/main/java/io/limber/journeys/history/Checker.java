package io.limber.journeys.history;

import io.limber.journeys.history.Violation.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what was promised with what is on the topic: each (plan, due) exactly once, in order for each plan, none before
 * its time, none after its deadline, nothing else.
 */
public final class Checker {
    private final Disturbances disturbances;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();
    private long planned;

    private Checker(Disturbances disturbances) {
        this.disturbances = disturbances;
    }

    /** @param history in any order; all records of the time looked at, whosever they are */
    public static Verdict check(Collection<Promise> promises, Collection<Emission> history, Disturbances disturbances) {
        Checker checker = new Checker(disturbances);
        Map<String, List<Emission>> byPlan = new HashMap<>();
        history.stream()
                .sorted(Comparator.comparingInt(Emission::partition).thenComparingLong(Emission::offset))
                .forEach(emission -> byPlan.computeIfAbsent(emission.planId(), plan -> new ArrayList<>())
                        .add(emission));
        for (Promise promise : promises) {
            List<Emission> own = byPlan.remove(promise.planId());
            checker.check(promise, own == null ? List.of() : own);
        }
        byPlan.values().forEach(strangers -> strangers.forEach(checker::stranger));
        return new Verdict(checker.planned, history.size(), latest(history), checker.violations);
    }

    private static Duration latest(Collection<Emission> history) {
        return history.stream()
                .map(emission -> Duration.between(emission.dueAt(), emission.receivedAt()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private void check(Promise promise, List<Emission> emissions) {
        NavigableSet<Instant> seen = new TreeSet<>();
        for (Emission emission : emissions) {
            boolean last = seen.isEmpty() || seen.last().isBefore(emission.dueAt());
            boolean first = seen.add(emission.dueAt());
            String name = emission.planId() + " " + emission.dueAt();
            String former = ids.putIfAbsent(emission.id(), name);
            if (!first || (former != null && !former.equals(name))) {
                found(Kind.DUPLICATE, emission);
            } else if (!last) {
                found(Kind.OUT_OF_ORDER, emission);
            }
            if (emission.partition() != promise.bucket() || !emission.tenant().equals(promise.tenant())) {
                found(Kind.MISPLACED, emission);
            }
            checkTime(emission);
        }
        checkComplete(promise, seen);
    }

    private void checkTime(Emission emission) {
        Instant due = emission.dueAt();
        if (emission.stampedAt().isBefore(due) || emission.receivedAt().isBefore(due)) {
            found(Kind.EARLY, emission);
        }
        if (emission.receivedAt().isAfter(disturbances.deadline(due))) {
            found(Kind.TOO_LATE, emission);
        }
    }

    /** When a change takes effect is not known, so the moment that fits best is taken; one must fit. */
    private void checkComplete(Promise promise, Set<Instant> seen) {
        NavigableSet<Instant> expected = promise.moments().stream()
                .map(promise::expected)
                .min(Comparator.comparingInt(candidate -> differences(candidate, seen)))
                .orElseThrow();
        planned += expected.size();
        for (Instant due : expected) {
            if (!seen.contains(due)) {
                found(Kind.LOST, promise, due);
            }
        }
        for (Instant due : seen) {
            if (!expected.contains(due)) {
                found(Kind.UNPLANNED, promise, due);
            }
        }
    }

    private static int differences(Set<Instant> expected, Set<Instant> seen) {
        Set<Instant> common = new HashSet<>(expected);
        common.retainAll(seen);
        return expected.size() + seen.size() - 2 * common.size();
    }

    private void stranger(Emission emission) {
        found(Kind.UNPLANNED, emission);
    }

    private void found(Kind kind, Emission emission) {
        violations.add(new Violation(kind, emission.planId(), emission.dueAt(), emission.toString()));
    }

    private void found(Kind kind, Promise promise, Instant due) {
        violations.add(new Violation(kind, promise.planId(), due, promise.toString()));
    }
}
