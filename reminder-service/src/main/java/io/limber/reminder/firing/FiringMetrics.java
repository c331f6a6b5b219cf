package io.limber.reminder.firing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;

/** What firing did and how late it was. */
@ApplicationScoped
class FiringMetrics {
    private static final Duration[] BUCKETS = Stream.of(
                    25, 50, 100, 250, 500, 1_000, 2_000, 5_000, 15_000, 60_000, 600_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Clock clock;
    private final Counter emitted;
    private final Counter missed;
    private final Counter failures;
    private final Timer lateness;

    FiringMetrics(MeterRegistry metrics, Clock clock) {
        this.clock = clock;
        this.emitted = Counter.builder("limber.reminders.emitted")
                .description("Reminders committed to limber.reminders")
                .register(metrics);
        this.missed = Counter.builder("limber.reminders.missed")
                .description("Reminders not emitted because they would have been later than their schedule allows")
                .register(metrics);
        this.failures = Counter.builder("limber.firing.failures")
                .description("Firings that failed and are tried again")
                .register(metrics);
        this.lateness = Timer.builder("limber.reminder.lateness")
                .description("From the due time to the commit on limber.reminders")
                .serviceLevelObjectives(BUCKETS)
                .register(metrics);
    }

    void emitted(Collection<DueReminder> reminders) {
        Instant now = clock.instant();
        emitted.increment(reminders.size());
        reminders.forEach(reminder -> lateness.record(Duration.between(reminder.dueAt(), now)));
    }

    void missed(long reminders) {
        missed.increment(reminders);
    }

    void failed() {
        failures.increment();
    }
}
