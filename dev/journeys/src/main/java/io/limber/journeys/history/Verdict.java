package io.limber.journeys.history;

import io.limber.journeys.history.Violation.Kind;
import java.time.Duration;
import java.util.List;

/**
 * What a {@link Checker} found.
 *
 * @param planned reminders that had to be emitted
 * @param emitted records on the topic
 * @param latest greatest lateness of any, due to received; zero without records
 */
public record Verdict(long planned, long emitted, Duration latest, List<Violation> violations) {
    public Verdict {
        violations = List.copyOf(violations);
    }

    public boolean isClean() {
        return violations.isEmpty();
    }

    public long count(Kind kind) {
        return violations.stream().filter(violation -> violation.kind() == kind).count();
    }
}
