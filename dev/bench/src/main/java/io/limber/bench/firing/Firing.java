package io.limber.bench.firing;

import io.limber.bench.population.Members;
import io.limber.bench.population.Population;
import io.limber.bench.population.ScheduleEvents;
import io.limber.bench.stack.BenchException;
import io.limber.bench.stack.BenchStack;
import io.limber.bench.stack.Patience;
import io.limber.bench.topic.Audit;
import io.limber.bench.topic.CommitWatch;
import io.limber.localstack.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Brings plans into the service before they are due, and watches them being fired. */
public final class Firing {

    private static final Duration LEAST_LEAD = Duration.ofSeconds(4);
    private static final int COPIED_FASTER_THAN_INSERTED = 20;
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final BenchStack stack;
    private final Clock clock;
    private final Progress progress;

    public Firing(BenchStack stack, Clock clock, Progress progress) {
        this.stack = stack;
        this.clock = clock;
        this.progress = progress;
    }

    /** Plans, once it is known when the first of them is due. */
    @FunctionalInterface
    public interface Shape {
        /** As many plans in as many cadences whatever the instant. */
        Population startingAt(Instant first);
    }

    /** @param start the instant the first of them were due */
    public record Fired(Instant start, Audit.Findings findings) {

        /** From the first due instant until the last reminder was visible. */
        public double seconds() {
            return (findings.lastVisibleMillis() - start.toEpochMilli()) / 1000.0;
        }

        public double perSecond() {
            return (findings.planned() - findings.lost()) / seconds();
        }
    }

    /** All due at one instant. */
    public Fired herd(int series, int size, int cadences) throws SQLException {
        return fire(first -> Population.dueAt(series, size, cadences, first));
    }

    /**
     * @throws BenchException when the machine was too slow to have them in the tables in time, or the service ended
     */
    public Fired fire(Shape shape) throws SQLException {
        try (var database = stack.database();
                var events = new ScheduleEvents(stack.bootstrapServers())) {
            var members = new Members(database, events);
            // Ids and buckets do not depend on when they are due, which is not known yet.
            var began = clock.instant();
            var staged = shape.startingAt(Instant.EPOCH);
            members.stage(staged);
            var now = clock.instant();
            var start = now.plus(lead(Duration.between(began, now), staged.cadences()))
                    .truncatedTo(ChronoUnit.SECONDS);
            var population = shape.startingAt(start);
            members.insert(population);
            var spare = Duration.between(clock.instant(), start);
            if (spare.isNegative()) {
                throw new BenchException(
                        "The plans were in the tables " + spare.negated().toMillis()
                                + " ms after they were due: the machine is busy with something else");
            }
            progress.say(String.format(
                    Locale.ROOT, "  %,d reminders are due from in %d s on", population.size(), spare.toSeconds()));
            try (var watch = CommitWatch.start(stack.bootstrapServers(), clock)) {
                awaitFired(database, population, watch);
                progress.say("  fired; counting what is on the topic");
                var findings = new Audit(population, watch::visibleAt)
                        .read(stack.bootstrapServers(), watch.begin(), Duration.ofSeconds(20));
                return new Fired(start, findings);
            }
        }
    }

    /** Long enough for the rows to be in the tables before they are due, on a machine that copied them in this time. */
    private static Duration lead(Duration copying, int cadences) {
        return LEAST_LEAD
                .plus(copying.multipliedBy(COPIED_FASTER_THAN_INSERTED))
                .plusMillis(cadences * Population.BUCKETS / 2L);
    }

    /** Until as much is visible as is due and the service has nothing of it left, or nothing moves any more. */
    private void awaitFired(Connection database, Population population, CommitWatch watch) throws SQLException {
        var lastVisible = 0L;
        var lastMove = clock.instant();
        while (watch.visible() < population.size() || isWaiting(database, population)) {
            if (watch.visible() > lastVisible || clock.instant().isBefore(population.lastDue())) {
                lastVisible = watch.visible();
                lastMove = clock.instant();
            }
            if (Duration.between(lastMove, clock.instant()).compareTo(STANDSTILL) > 0) {
                progress.say("  nothing has moved for " + STANDSTILL.toSeconds() + " s; counting what is there");
                return;
            }
            stack.requireService();
            Patience.pause();
        }
    }

    private static boolean isWaiting(Connection database, Population population) throws SQLException {
        try (var query = database.prepareStatement("SELECT EXISTS (SELECT FROM cadence WHERE next_due_at <= ?)")) {
            query.setObject(1, OffsetDateTime.ofInstant(population.lastDue(), ZoneOffset.UTC));
            var row = query.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }
}
