package io.limber.journeys.chaos;

import io.limber.journeys.history.Verdict;
import io.limber.journeys.history.Violation;
import io.limber.journeys.history.Violation.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds the rounds up. */
final class Tally {
    private static final int SHOWN = 20;

    private final long seed;
    private final Duration recoveryLimit;
    private final Map<Kind, Long> violations = new EnumMap<>(Kind.class);
    private final Map<String, Integer> faults = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int rounds;
    private long planned;
    private long emitted;
    private Duration latest = Duration.ZERO;
    private Duration recovery = Duration.ZERO;
    private int recoveries;
    private int revived;

    Tally(long seed, Duration recoveryLimit) {
        this.seed = seed;
        this.recoveryLimit = recoveryLimit;
    }

    void add(int round, Verdict verdict, long vanished) {
        rounds++;
        planned += verdict.planned();
        emitted += verdict.emitted();
        latest = greater(latest, verdict.latest());
        for (Kind kind : Kind.values()) {
            violations.merge(kind, verdict.count(kind), Long::sum);
        }
        for (Violation violation : verdict.violations().stream().limit(SHOWN).toList()) {
            failures.add("round " + round + ": " + violation);
        }
        if (vanished > 0) {
            failures.add("round " + round + ": " + vanished + " records were read and are not there any more");
        }
    }

    void add(Map<Fault, Integer> done, int revivedReplicas) {
        done.forEach((fault, times) -> faults.merge(fault.name(), times, Integer::sum));
        revived += revivedReplicas;
    }

    void recovered(int round, Duration time) {
        recoveries++;
        recovery = greater(recovery, time);
        if (time.compareTo(recoveryLimit) > 0) {
            failures.add("round " + round + ": " + time.toMillis() + " ms until the standby had taken over");
        }
    }

    /** @param planned what the schedules say */
    void booked(int round, Database.Booked booked, long planned) {
        if (booked.planned() != planned || booked.emitted() != planned) {
            failures.add("round " + round + ": planned " + planned + ", but the ledger says " + booked);
        }
    }

    void deadLetters(long count) {
        if (count > 0) {
            failures.add(count + " good schedules became dead letters");
        }
    }

    CampaignReport report() {
        return new CampaignReport(
                rounds,
                seed,
                planned,
                emitted,
                count(Kind.LOST),
                count(Kind.DUPLICATE),
                count(Kind.EARLY),
                count(Kind.OUT_OF_ORDER),
                count(Kind.TOO_LATE),
                count(Kind.UNPLANNED) + count(Kind.MISPLACED),
                seconds(recovery),
                recoveries,
                seconds(latest),
                revived,
                faults,
                failures);
    }

    private long count(Kind kind) {
        return violations.getOrDefault(kind, 0L);
    }

    private static Duration greater(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
