package io.limber.reminder.firing;

import io.limber.reminder.bucket.Lease;
import io.limber.reminder.firing.CadenceTable.DueCadence;
import io.limber.reminder.firing.CadenceTable.Move;
import io.limber.reminder.firing.FiringCursor.Step;
import io.limber.reminder.firing.OneOffTable.Gone;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What PostgreSQL learns from firing: which due times are decided, and which single reminders are gone. Each method is
 * one transaction under the lease, decides a due time only if it is still the cadence's next, and books it in the ledger.
 */
final class Decisions {
    private final FiringTables tables;

    Decisions(FiringTables tables) {
        this.tables = tables;
    }

    /** Learns what the cursor says was emitted; returns what it says is under way. */
    List<Step> settle(Lease lease, FiringCursor cursor) {
        return tables.transactions().write(List.of(lease), connection -> {
            singlesEmitted(connection, lease.bucket(), cursor.oneOffs());
            Map<String, DueCadence> standing = standing(connection, lease.bucket(), cursor.steps());
            List<DueCadence> finished = new ArrayList<>();
            List<Step> underWay = new ArrayList<>();
            for (Step step : cursor.steps()) {
                DueCadence cadence = standing.get(step.key());
                if (cadence == null || !cadence.due().equals(step.due())) {
                    continue;
                }
                if (step.last().isPresent()) {
                    underWay.add(step);
                } else {
                    finished.add(cadence);
                }
            }
            settleFirstVersion(connection, lease.bucket(), cursor.patterns(), finished);
            finish(connection, lease.bucket(), finished);
            return underWay;
        });
    }

    /** Nobody is left to be reminded of these due times. */
    void finish(Lease lease, List<DueCadence> finished) {
        if (!finished.isEmpty()) {
            tables.transactions().write(List.of(lease), connection -> finish(connection, lease.bucket(), finished));
        }
    }

    /** From here on the cursor need not name these steps. */
    void putDown(Lease lease, List<Step> steps) {
        if (!steps.isEmpty()) {
            tables.transactions().write(List.of(lease), connection -> {
                tables.cadences().putDown(connection, lease.bucket(), steps);
                return steps;
            });
        }
    }

    /** These have no next due time as long as nobody can compute it. */
    void rest(Lease lease, List<DueCadence> unknown) {
        List<Move> moves = unknown.stream()
                .map(cadence -> new Move(cadence.key(), cadence.due(), cadence.due(), Optional.empty()))
                .toList();
        tables.transactions()
                .write(List.of(lease), connection -> tables.cadences().move(connection, lease.bucket(), moves));
    }

    /**
     * Decides due times that are too late, with one step for each cadence however many of them have passed; returns how
     * many reminders that were.
     *
     * @param emittedTo by cadence key: the plan up to which the due time is emitted
     */
    long miss(Lease lease, List<DueCadence> late, Map<String, String> emittedTo, Instant now) {
        return tables.transactions().write(List.of(lease), connection -> {
            List<Move> moves = new ArrayList<>();
            Map<String, MissedSlots> slots = new HashMap<>();
            for (DueCadence cadence : late) {
                MissedSlots missed = MissedSlots.from(cadence.cadence().orElseThrow(), cadence.due(), now);
                slots.put(cadence.key(), missed);
                moves.add(missed.move(cadence.key()));
            }
            Set<String> moved = tables.cadences().move(connection, lease.bucket(), moves);
            long reminders = 0;
            for (DueCadence cadence : late) {
                if (moved.contains(cadence.key())) {
                    String last = emittedTo.getOrDefault(cadence.key(), "");
                    MissedSlots missed = Objects.requireNonNull(slots.get(cadence.key()));
                    reminders += tables.bookings().missed(connection, lease.bucket(), cadence, missed, last);
                }
            }
            return reminders;
        });
    }

    void oneOffsEmitted(Lease lease, List<UUID> ids) {
        tables.transactions().write(List.of(lease), connection -> {
            singlesEmitted(connection, lease.bucket(), ids);
            return ids;
        });
    }

    /** Single reminders due before this are too late; returns how many there were. */
    int missOneOffs(Lease lease, Instant before) {
        return tables.transactions().write(List.of(lease), connection -> {
            List<Gone> missed = tables.oneOffs().deleteBefore(connection, lease.bucket(), before);
            tables.bookings().singlesMissed(connection, lease.bucket(), missed);
            return missed.size();
        });
    }

    /** Books those that are still there: what is gone already was booked when it went. */
    private void singlesEmitted(Connection connection, int bucket, List<UUID> ids) throws SQLException {
        tables.bookings().singlesEmitted(connection, bucket, tables.oneOffs().delete(connection, bucket, ids));
    }

    private Set<String> finish(Connection connection, int bucket, List<DueCadence> finished) throws SQLException {
        List<Move> moves = finished.stream().map(DueCadence::done).toList();
        Set<String> moved = tables.cadences().move(connection, bucket, moves);
        List<DueCadence> decided = finished.stream()
                .filter(cadence -> moved.contains(cadence.key()))
                .toList();
        tables.bookings().emitted(connection, bucket, decided);
        return moved;
    }

    /** A step of a cursor of version 1 holds for the cadences of all tenants that share the pattern. */
    private void settleFirstVersion(Connection connection, int bucket, List<Step> patterns, List<DueCadence> finished)
            throws SQLException {
        List<Step> putDown = new ArrayList<>();
        for (Step pattern : patterns) {
            for (DueCadence cadence : tables.cadences().ofPattern(connection, bucket, pattern)) {
                if (pattern.last().isPresent()) {
                    putDown.add(new Step(cadence.key(), cadence.due(), pattern.last()));
                } else {
                    finished.add(cadence);
                }
            }
        }
        tables.cadences().putDown(connection, bucket, putDown);
    }

    private Map<String, DueCadence> standing(Connection connection, int bucket, List<Step> steps) throws SQLException {
        Map<String, DueCadence> standing = new HashMap<>();
        List<String> keys = steps.stream().map(Step::key).toList();
        tables.cadences().find(connection, bucket, keys).forEach(cadence -> standing.put(cadence.key(), cadence));
        return standing;
    }
}
