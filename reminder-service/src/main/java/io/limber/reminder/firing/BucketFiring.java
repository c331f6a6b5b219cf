package io.limber.reminder.firing;

import io.limber.cadence.Cadence;
import io.limber.reminder.bucket.Lease;
import io.limber.reminder.bucket.Moments;
import io.limber.reminder.firing.CadenceTable.DueCadence;
import io.limber.reminder.firing.CadenceTable.Move;
import io.limber.reminder.firing.FiringCursor.Step;
import java.sql.Connection;
import java.sql.SQLException;
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
    private static final int MOST_MISSED_SLOTS = 1_000;

    private final Lease lease;
    private final FiringTables tables;
    private final Producers producers;
    private final Moments moments;
    private final FiringMetrics metrics;
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
        this.tables = tables;
        this.producers = producers;
        this.moments = moments;
        this.metrics = metrics;
        this.reader = new ChunkReader(tables, config);
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
        ReminderProducer open = producer;
        producer = null;
        if (open != null) {
            open.close();
        }
    }

    /** Makes PostgreSQL know what Kafka says was emitted. */
    private void settle(FiringCursor cursor) {
        tables.transactions().write(List.of(lease), connection -> {
            tables.oneOffs().delete(connection, lease.bucket(), cursor.oneOffs());
            Map<String, DueCadence> standing = standing(connection, cursor.steps());
            List<Move> finished = new ArrayList<>();
            for (Step step : cursor.steps()) {
                DueCadence cadence = standing.get(step.key());
                if (cadence == null || !cadence.due().equals(step.due())) {
                    continue;
                }
                if (step.last().isPresent()) {
                    underWay.put(step.key(), step);
                } else {
                    finished.add(cadence.done());
                }
            }
            settleFirstVersion(connection, cursor.patterns(), finished);
            return tables.cadences().move(connection, lease.bucket(), finished);
        });
        emitted = cursor.emitted();
        LOG.debugf("Firing opens: bucket=%d emitted=%d underWay=%d", lease.bucket(), emitted, underWay.size());
    }

    /** A step of a cursor of version 1 holds for the cadences of all tenants that share the pattern. */
    private void settleFirstVersion(Connection connection, List<Step> patterns, List<Move> finished)
            throws SQLException {
        List<Step> putDown = new ArrayList<>();
        for (Step pattern : patterns) {
            for (DueCadence cadence : tables.cadences().ofPattern(connection, lease.bucket(), pattern)) {
                if (pattern.last().isPresent()) {
                    putDown.add(new Step(cadence.key(), cadence.due(), pattern.last()));
                } else {
                    finished.add(cadence.done());
                }
            }
        }
        tables.cadences().putDown(connection, lease.bucket(), putDown);
    }

    private Map<String, DueCadence> standing(Connection connection, List<Step> steps) throws SQLException {
        Map<String, DueCadence> standing = new HashMap<>();
        List<String> keys = steps.stream().map(Step::key).toList();
        tables.cadences()
                .find(connection, lease.bucket(), keys)
                .forEach(cadence -> standing.put(cadence.key(), cadence));
        return standing;
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
            case Chunk.LateCadences late -> miss(late.cadences(), now);
        }
        return true;
    }

    private void emit(ReminderProducer open, List<DueReminder> singles, Instant now) {
        var ids = singles.stream().map(DueReminder::id).toList();
        open.emit(singles, new FiringCursor(emitted + singles.size(), ids, List.copyOf(underWay.values())), now);
        emitted += singles.size();
        metrics.emitted(singles);
        tables.transactions().write(List.of(lease), connection -> {
            tables.oneOffs().delete(connection, lease.bucket(), ids);
            return ids;
        });
    }

    private void emit(ReminderProducer open, Chunk.Planned planned, Instant now) {
        Map<String, Step> after = new LinkedHashMap<>(underWay);
        planned.finished().forEach(cadence -> after.remove(cadence.key()));
        planned.underWay().forEach(step -> after.put(step.key(), step));
        if (!planned.reminders().isEmpty()) {
            List<Step> steps = new ArrayList<>(after.values());
            planned.finished().forEach(cadence -> steps.add(new Step(cadence.key(), cadence.due(), Optional.empty())));
            int size = planned.reminders().size();
            open.emit(planned.reminders(), new FiringCursor(emitted + size, List.of(), steps), now);
            emitted += size;
            metrics.emitted(planned.reminders());
        }
        move(planned.finished().stream().map(DueCadence::done).toList());
        underWay.clear();
        underWay.putAll(after);
        planned.empty().forEach(cadence -> empty.add(cadence.key()));
    }

    private void rest(Chunk.Unknown unknown) {
        move(unknown.cadences().stream()
                .map(cadence -> new Move(cadence.key(), cadence.due(), cadence.due(), Optional.empty()))
                .toList());
        LOG.errorf(
                "Cadences rest, their zone or form is not known to this version: bucket=%d cadences=%d",
                lease.bucket(), unknown.cadences().size());
    }

    private void miss(Chunk.LateOneOffs late) {
        int missed = tables.transactions()
                .write(
                        List.of(lease),
                        connection -> tables.oneOffs().deleteBefore(connection, lease.bucket(), late.before()));
        metrics.missed(missed);
        LOG.warnf("Snoozed reminders missed: bucket=%d reminders=%d", lease.bucket(), missed);
    }

    /** One step for each cadence, however many of its due times have passed. */
    private void miss(List<DueCadence> late, Instant now) {
        long missed = tables.transactions().write(List.of(lease), connection -> {
            List<Move> moves = new ArrayList<>();
            long reminders = 0;
            for (DueCadence cadence : late) {
                Cadence definition = cadence.cadence().orElseThrow();
                // Excluding it: a due time exactly as late as allowed is still emitted.
                Instant until = now.minus(definition.maxLateness()).minusNanos(1_000);
                reminders += missed(connection, cadence, definition, until);
                moves.add(new Move(cadence.key(), cadence.due(), until, definition.nextAfter(until)));
            }
            tables.cadences().move(connection, lease.bucket(), moves);
            return reminders;
        });
        late.forEach(cadence -> underWay.remove(cadence.key()));
        metrics.missed(missed);
        LOG.warnf("Reminders missed: bucket=%d cadences=%d reminders=%d", lease.bucket(), late.size(), missed);
    }

    private long missed(Connection connection, DueCadence cadence, Cadence definition, Instant until)
            throws SQLException {
        List<Instant> dues = new ArrayList<>();
        Optional<Instant> due = Optional.of(cadence.due());
        while (due.isPresent() && !due.get().isAfter(until) && dues.size() < MOST_MISSED_SLOTS) {
            dues.add(due.get());
            due = definition.nextAfter(due.get());
        }
        Step step = underWay.get(cadence.key());
        String last = (step == null ? cadence.emittedTo() : step.last()).orElse("");
        return tables.members().count(connection, lease.bucket(), cadence.key(), dues, last);
    }

    private void move(List<Move> moves) {
        if (!moves.isEmpty()) {
            tables.transactions().write(List.of(lease), connection -> {
                tables.cadences().move(connection, lease.bucket(), moves);
                return moves;
            });
        }
    }

    /** Opens the bucket's producer, fencing all earlier ones. */
    @FunctionalInterface
    interface Producers {
        ReminderProducer open(int bucket);
    }
}
