package io.limber.journeys.chaos;

import io.limber.journeys.chaos.FaultScript.Step;
import io.limber.journeys.history.Disturbances;
import io.limber.journeys.history.Disturbances.Disturbance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Carries out a round's faults, one act after the other on one thread, and notes what happened when. */
final class FaultRun implements AutoCloseable {
    private final Arena arena;
    private final Clock clock;
    private final Consumer<String> progress;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<Future<?>> acts = new ArrayList<>();
    private final Map<Step, Instant> begun = new HashMap<>();
    private final List<Act> done = new ArrayList<>();
    private final List<Disturbance> disturbances = new ArrayList<>();
    private final List<Kill> kills = new ArrayList<>();
    private final Set<Step> nobodyLeft = new HashSet<>();
    private int revived;

    FaultRun(Arena arena, Clock clock, Consumer<String> progress) {
        this.arena = arena;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * A kill with a standby.
     *
     * @param buckets that the dead one owned
     */
    record Kill(Step step, Instant at, Set<Integer> buckets) {}

    private record Act(Step step, Instant at) {}

    /** Begins all steps at their time after {@code first}, and ends them. Meanwhile replicas that end by themselves are revived. */
    void start(List<Step> steps, Instant first) {
        for (Step step : steps) {
            at(first.plus(step.after()), () -> begin(step));
            at(first.plus(step.after()).plus(step.lasts()), () -> end(step));
        }
        var unused = timer.scheduleWithFixedDelay(this::revive, 1, 1, TimeUnit.SECONDS);
    }

    /** Waits until all is done. */
    void await() {
        try {
            for (Future<?> act : acts) {
                act.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fault could not be carried out", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Disturbances disturbances(Duration usual) {
        return new Disturbances(usual, disturbances);
    }

    /** Kills near which, {@code before} to {@code after}, nothing else was done. */
    List<Kill> undisturbedKills(Duration before, Duration after) {
        return kills.stream()
                .filter(kill -> done.stream()
                        .filter(act -> act.step() != kill.step())
                        .noneMatch(act -> act.at().isAfter(kill.at().minus(before))
                                && act.at().isBefore(kill.at().plus(after))))
                .toList();
    }

    Map<Fault, Integer> count() {
        Map<Fault, Integer> count = new EnumMap<>(Fault.class);
        begun.keySet().forEach(step -> count.merge(step.fault(), 1, Integer::sum));
        return count;
    }

    /** How often a replica had ended by itself, as one does that starts while its database is away. */
    int revived() {
        return revived;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void at(Instant when, Runnable act) {
        long delay = Duration.between(clock.instant(), when).toMillis();
        acts.add(timer.schedule(act, delay, TimeUnit.MILLISECONDS));
    }

    private void begin(Step step) {
        Fault fault = step.fault();
        Set<Integer> buckets = fault == Fault.KILL ? arena.bucketsOf(replica(step)) : Set.of();
        Instant now = note(step);
        begun.put(step, now);
        boolean standby = hurt(step);
        if (!standby) {
            nobodyLeft.add(step);
        }
        if (fault == Fault.KILL && standby && !buckets.isEmpty()) {
            kills.add(new Kill(step, now, buckets));
        }
        if (!fault.isThroughout()) {
            disturbances.add(new Disturbance(now, clock.instant().plus(fault.afterBegin())));
        }
        progress.accept("  " + now + " " + fault + (standby ? "" : ", nobody left") + " for "
                + step.lasts().toMillis() + " ms, replica " + step.replica() + ", buckets " + buckets);
    }

    /** Returns whether a replica is left that could take over. */
    private boolean hurt(Step step) {
        switch (step.fault()) {
            case KILL -> replica(step).kill();
            case KILL_ALL -> arena.replicas().forEach(Replica::kill);
            case FREEZE -> replica(step).freeze();
            case REBALANCE -> replica(step).launch();
            case BROKER_KILL -> arena.broker().kill();
            case BROKER_RESTART -> arena.broker().stop();
            case SESSIONS -> arena.database().endSessions();
            case DATABASE_RESTART -> arena.database().stopFast();
            case DATABASE_CRASH -> arena.database().stopImmediately();
        }
        return arena.replicas().stream().anyMatch(Replica::isStandby);
    }

    private void end(Step step) {
        Instant now = note(step);
        switch (step.fault()) {
            case KILL -> replica(step).launch();
            case KILL_ALL -> arena.replicas().subList(0, Arena.STANDING).forEach(Replica::launch);
            case FREEZE -> replica(step).thaw();
            case REBALANCE -> replica(step).stop();
            case BROKER_KILL, BROKER_RESTART -> arena.broker().start();
            case SESSIONS -> {}
            case DATABASE_RESTART, DATABASE_CRASH -> arena.database().start();
        }
        boolean alone = nobodyLeft.contains(step);
        Instant from = alone || step.fault().isThroughout() ? begun.getOrDefault(step, now) : now;
        Duration after = alone ? Fault.KILL_ALL.afterEnd() : step.fault().afterEnd();
        disturbances.add(new Disturbance(from, clock.instant().plus(after)));
    }

    /** What an orchestrator would do. */
    private void revive() {
        for (Replica replica : arena.replicas()) {
            if (replica.diedByItself()) {
                Instant now = clock.instant();
                progress.accept("  " + now + " " + replica.name() + " had ended by itself and is started again");
                revived++;
                replica.launch();
                disturbances.add(new Disturbance(now.minusSeconds(2), now.plus(Fault.KILL_ALL.afterEnd())));
            }
        }
    }

    private Instant note(Step step) {
        Instant now = clock.instant();
        done.add(new Act(step, now));
        return now;
    }

    private Replica replica(Step step) {
        return arena.replica(step.replica());
    }
}
