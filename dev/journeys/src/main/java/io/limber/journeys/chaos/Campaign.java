package io.limber.journeys.chaos;

import io.limber.journeys.Events;
import io.limber.journeys.chaos.FaultRun.Kill;
import io.limber.journeys.chaos.Schedules.Draft;
import io.limber.journeys.history.Checker;
import io.limber.journeys.history.Disturbances;
import io.limber.journeys.history.Emission;
import io.limber.journeys.history.Promise;
import io.limber.journeys.history.Recovery;
import io.limber.journeys.history.Verdict;
import io.limber.journeys.history.Violation.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Rounds of schedules and faults against an {@link Arena}. In each, tens of thousands of reminders are due over a window; what
 * a {@code read_committed} reader finds in the end is compared with what the schedules say, computed independently.
 */
public final class Campaign {
    /** Greatest lateness while nothing is wrong. Generous: the machine runs everything, and services start meanwhile. */
    private static final Duration USUAL = Duration.ofSeconds(5);

    /** The requirement on a kill with a standby. */
    private static final Duration RECOVERY = Duration.ofSeconds(15);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LEAD = Duration.ofSeconds(6);
    private static final int REMINDERS_TAKEN_IN_PER_SECOND = 1_200;
    private static final int[] CHUNKS = {20, 100, 1_000};

    private final CampaignSettings settings;
    private final Clock clock;
    private final Consumer<String> progress;
    private final Random random;
    private final FaultScript script;
    private final Tally tally;

    public Campaign(CampaignSettings settings, Clock clock, Consumer<String> progress) {
        this.settings = settings;
        this.clock = clock;
        this.progress = progress;
        this.random = new Random(settings.seed());
        this.script = new FaultScript(random);
        this.tally = new Tally(settings.seed(), RECOVERY);
    }

    public CampaignReport run() {
        int chunk = CHUNKS[random.nextInt(CHUNKS.length)];
        progress.accept("Seed " + settings.seed() + ", chunks of " + chunk);
        Instant latest = clock.instant().plus(settings.limit());
        try (Arena arena = new Arena(settings, chunk);
                TopicTail tail = new TopicTail(arena.broker().bootstrapServers(), clock)) {
            progress.accept("Logs in " + arena.directory());
            TopicEnd end = new TopicEnd(arena.broker().bootstrapServers());
            int number = 0;
            do {
                round(++number, arena, tail, end);
            } while (number < settings.rounds() && clock.instant().isBefore(latest));
            tally.deadLetters(arena.deadLetters());
        }
        return tally.report();
    }

    private void round(int number, Arena arena, TopicTail tail, TopicEnd end) {
        try (Events events = new Events(arena.broker().bootstrapServers());
                FaultRun faults = new FaultRun(arena, clock, progress);
                ScheduledExecutorService changes = Executors.newSingleThreadScheduledExecutor()) {
            Instant first = clock.instant()
                    .plus(LEAD)
                    .plusSeconds(settings.reminders() / REMINDERS_TAKEN_IN_PER_SECOND)
                    .truncatedTo(ChronoUnit.SECONDS);
            String tenants = "round-" + number + "-";
            Schedules schedules = new Schedules(random, tenants, first, settings.window(), settings.reminders());
            Round round = new Round(events, clock);
            round.begin(schedules.initial());
            await(
                    "schedules taken in",
                    () -> arena.database().plans(tenants) >= schedules.initial().size());
            if (!clock.instant().isBefore(first)) {
                throw new IllegalStateException(
                        "the machine is too slow: schedules were taken in after the first due time");
            }
            progress.accept("Round " + number + ": first due at " + first);
            faults.start(script.deal(settings.window(), settings.faults()), first);
            send(changes, schedules.later(), round, first);
            faults.await();
            settle(tenants, first, round, faults, arena, tail);
            long planned = conclude(number, first, round, faults, tail, end);
            tally.booked(number, arena.database().booked(tenants), planned);
        }
    }

    private void send(ScheduledExecutorService timer, List<Draft> drafts, Round round, Instant first) {
        List<ScheduledFuture<?>> sent = new ArrayList<>();
        for (Draft draft : drafts) {
            long delay =
                    Duration.between(clock.instant(), first.plus(draft.after())).toMillis();
            sent.add(timer.schedule(() -> round.change(draft), delay, TimeUnit.MILLISECONDS));
        }
        Instant last = first.plus(settings.window());
        await(
                "the window to pass",
                () -> clock.instant().isAfter(last) && sent.stream().allMatch(ScheduledFuture::isDone));
    }

    /** Until all is well again and nothing is missing, or has no excuse any more. */
    private void settle(String tenants, Instant first, Round round, FaultRun faults, Arena arena, TopicTail tail) {
        await("replicas to be ready", () -> arena.replicas().stream().allMatch(Replica::isAsWanted));
        Instant last = first.plus(settings.window());
        Disturbances disturbances = faults.disturbances(USUAL);
        Instant deadline = disturbances.deadline(last).plus(USUAL);
        List<Promise> promises = promises(round, first, disturbances);
        await(
                "nothing to be missing",
                () -> clock.instant().isAfter(deadline)
                        || Checker.check(promises, tail.seen(), disturbances).count(Kind.LOST) == 0);
        await(
                "the ledger to be balanced",
                () -> clock.instant().isAfter(deadline.plus(PATIENCE))
                        || isBalanced(arena.database().booked(tenants)));
        // What would be repeated comes after that.
        Instant quiet = clock.instant().plusSeconds(2);
        await("repeats", () -> clock.instant().isAfter(quiet));
    }

    /** Returns how many reminders were planned. */
    private long conclude(int number, Instant first, Round round, FaultRun faults, TopicTail tail, TopicEnd end) {
        Disturbances disturbances = faults.disturbances(USUAL);
        List<Promise> promises = promises(round, first, disturbances);
        List<Emission> arrived = tail.seen();
        List<Emission> history = end.read(arrived, clock.instant());
        tail.forget();
        Verdict verdict = Checker.check(promises, history, disturbances);
        tally.add(number, verdict, TopicEnd.vanished(arrived, history));
        tally.add(faults.count(), faults.revived());
        for (Kill kill : faults.undisturbedKills(RECOVERY, RECOVERY)) {
            Recovery.of(kill.at(), kill.buckets(), history).ifPresent(time -> {
                progress.accept("  recovered " + time.toMillis() + " ms after the kill at " + kill.at());
                tally.recovered(number, time);
            });
        }
        progress.accept("  planned " + verdict.planned() + ", emitted " + verdict.emitted() + ", latest after "
                + verdict.latest().toMillis() + " ms, violations "
                + verdict.violations().size());
        return verdict.planned();
    }

    private static boolean isBalanced(Database.Booked booked) {
        return booked.planned() == booked.emitted();
    }

    private List<Promise> promises(Round round, Instant first, Disturbances disturbances) {
        return round.promises(first, first.plus(settings.window()).plus(Duration.ofHours(1)), disturbances);
    }

    private void await(String what, BooleanSupplier condition) {
        Waiting.until(what, clock, settings.window().plus(PATIENCE).plus(PATIENCE), condition);
    }
}
