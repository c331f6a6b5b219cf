package io.limber.reminder.firing;

import io.limber.reminder.bucket.Lease;
import io.limber.reminder.bucket.Moments;
import io.limber.reminder.firing.FiringCursor.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fires one bucket under one lease: each due reminder once for {@code read_committed} readers, whatever is killed when.
 *
 * <p>A chunk is one Kafka transaction with the reminders and the {@link FiringCursor} behind them; after it PostgreSQL
 * learns what it finished. The first chunk fences the predecessor, reads the cursor and makes good what PostgreSQL does
 * not know yet; so does the first one after any failure.
 */
final class BucketFiring {
    private static final Logger LOG = Logger.getLogger(BucketFiring.class);

    private final Lease lease;
    private final Decisions decisions;
    private final Timetable timetable;
    private final Producers producers;
    private final Moments moments;
    private final FiringMetrics metrics;
    private final Turns turns;
    private final ChunkReader reader;
    private final ReentrantLock working = new ReentrantLock();
    private final Map<String, Step> underWay = new LinkedHashMap<>();
    private final Set<String> empty = new HashSet<>();
    private volatile boolean stopped;
    private volatile @Nullable ReminderProducer producer;
    private long emitted;

    BucketFiring(
            Lease lease,
            FiringTables tables,
            Producers producers,
            Moments moments,
            FiringConfig config,
            FiringMetrics metrics) {
        this.lease = lease;
        this.decisions = new Decisions(tables);
        this.timetable = new Timetable(tables);
        this.producers = producers;
        this.moments = moments;
        this.metrics = metrics;
        this.turns = new Turns(tables.cadences());
        this.reader = new ChunkReader(tables, config, turns);
    }

    Lease lease() {
        return lease;
    }

    /** Whether the predecessor is fenced and settled; before that, and after a failure, {@link #fire} does it first. */
    boolean isOpen() {
        return producer != null;
    }

    /** Fires until nothing is due any more or this is stopped; returns the number of reminders emitted. */
    long fire() {
        long before = emitted();
        boolean more = true;
        while (more && !stopped) {
            more = chunk();
        }
        return emitted() - before;
    }

    /**
     * Does one chunk; false when nothing is due.
     *
     * @throws RuntimeException when it failed; the next one starts from the cursor
     */
    boolean chunk() {
        working.lock();
        try {
            return !stopped && act(opened());
        } catch (RuntimeException e) {
            reset();
            throw e;
        } finally {
            working.unlock();
        }
    }

    /** Ends after the chunk under way; false when that took longer than {@code patience}. */
    boolean stop(Duration patience) {
        stopped = true;
        try {
            if (working.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    reset();
                    return true;
                } finally {
                    working.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Cadences that had nobody to remind since the last call. */
    Set<String> drainEmpty() {
        working.lock();
        try {
            Set<String> drained = Set.copyOf(empty);
            empty.clear();
            return drained;
        } finally {
            working.unlock();
        }
    }

    private long emitted() {
        working.lock();
        try {
            return emitted;
        } finally {
            working.unlock();
        }
    }

    private ReminderProducer opened() {
        ReminderProducer open = producer;
        if (open == null) {
            open = producers.open(lease.bucket());
            producer = open;
            settle(open.cursor());
        }
        return open;
    }

    private void reset() {
        underWay.clear();
        turns.clear();
        ReminderProducer open = producer;
        producer = null;
        if (open != null) {
            open.close();
        }
    }

    private void settle(FiringCursor cursor) {
        decisions.settle(lease, cursor).forEach(step -> underWay.put(step.key(), step));
        timetable.bringUpToDate(lease, underWay.keySet());
        emitted = cursor.emitted();
        LOG.debugf("Firing opens: bucket=%d emitted=%d underWay=%d", lease.bucket(), emitted, underWay.size());
    }

    private boolean act(ReminderProducer open) {
        Instant now = moments.reached();
        Chunk chunk = reader.next(lease, underWay, now);
        switch (chunk) {
            case Chunk.Nothing nothing -> {
                return false;
            }
            case Chunk.OneOffs singles -> emit(open, singles.reminders(), now);
            case Chunk.Planned planned -> emit(open, planned, now);
            case Chunk.Unknown unknown -> rest(unknown);
            case Chunk.LateOneOffs late -> miss(late);
            case Chunk.LateCadences late -> miss(late.turns(), now);
        }
        return true;
    }

    private void emit(ReminderProducer open, List<DueReminder> singles, Instant now) {
        var ids = singles.stream().map(DueReminder::id).toList();
        open.emit(singles, new FiringCursor(emitted + singles.size(), ids, List.copyOf(underWay.values())), now);
        emitted += singles.size();
        metrics.emitted(singles);
        decisions.oneOffsEmitted(lease, ids);
    }

    private void emit(ReminderProducer open, Chunk.Planned planned, Instant now) {
        makeRoom(planned);
        Map<String, Step> after = new LinkedHashMap<>(underWay);
        planned.finished().forEach(turn -> after.remove(turn.key()));
        planned.underWay().forEach(turn -> after.put(turn.key(), turn.step()));
        if (!planned.reminders().isEmpty()) {
            List<Step> steps = new ArrayList<>(after.values());
            planned.finished()
                    .forEach(turn ->
                            steps.add(new Step(turn.key(), turn.cadence().due(), Optional.empty())));
            int size = planned.reminders().size();
            open.emit(planned.reminders(), new FiringCursor(emitted + size, List.of(), steps), now);
            emitted += size;
            metrics.emitted(planned.reminders());
        }
        decisions.finish(lease, planned.finished().stream().map(Turn::cadence).toList());
        underWay.clear();
        underWay.putAll(after);
        planned.finished().forEach(turns::over);
        planned.underWay().forEach(turns::again);
        planned.passedOver().forEach(turns::again);
        planned.empty().forEach(turn -> empty.add(turn.key()));
    }

    /** Puts down what has no turn now, so that the cursor can name what has one. */
    private void makeRoom(Chunk.Planned planned) {
        Map<String, Step> resting = new LinkedHashMap<>(underWay);
        planned.finished().forEach(turn -> resting.remove(turn.key()));
        planned.underWay().forEach(turn -> resting.remove(turn.key()));
        int tooMany = resting.size() + planned.underWay().size() - CursorRoom.UNDER_WAY;
        List<Step> down = resting.values().stream().limit(Math.max(0, tooMany)).toList();
        decisions.putDown(lease, down);
        down.forEach(step -> underWay.remove(step.key()));
    }

    private void rest(Chunk.Unknown unknown) {
        decisions.rest(lease, unknown.turns().stream().map(Turn::cadence).toList());
        unknown.turns().forEach(turns::over);
        LOG.errorf(
                "Cadences rest, their zone or form is not known to this version: bucket=%d cadences=%d",
                lease.bucket(), unknown.turns().size());
    }

    private void miss(Chunk.LateOneOffs late) {
        int missed = decisions.missOneOffs(lease, late.before());
        metrics.missed(missed);
        LOG.warnf("Snoozed reminders missed: bucket=%d reminders=%d", lease.bucket(), missed);
    }

    private void miss(List<Turn> late, Instant now) {
        Map<String, String> emittedTo = new HashMap<>();
        late.forEach(turn -> turn.last().ifPresent(last -> emittedTo.put(turn.key(), last)));
        long missed = decisions.miss(lease, late.stream().map(Turn::cadence).toList(), emittedTo, now);
        late.forEach(turn -> underWay.remove(turn.key()));
        // The table knows where they stand now.
        turns.clear();
        metrics.missed(missed);
        LOG.warnf("Reminders missed: bucket=%d cadences=%d reminders=%d", lease.bucket(), late.size(), missed);
    }

    /** Opens the bucket's producer, fencing all earlier ones. */
    @FunctionalInterface
    interface Producers {
        ReminderProducer open(int bucket);
    }
}
