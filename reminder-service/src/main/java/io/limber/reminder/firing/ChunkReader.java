package io.limber.reminder.firing;

import io.limber.reminder.bucket.Lease;
import io.limber.reminder.firing.CadenceTable.DueCadence;
import io.limber.reminder.firing.FiringCursor.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what a bucket does next: single reminders first, then the cadences that are due, oldest first, in turns: each
 * gets an equal share of the chunk, so that a large one does not hold up a small one by more than a chunk.
 */
final class ChunkReader {
    private final FiringTables tables;
    private final FiringConfig config;

    ChunkReader(FiringTables tables, FiringConfig config) {
        this.tables = tables;
        this.config = config;
    }

    /** @param underWay by cadence key: due times of which some reminders are emitted already */
    Chunk next(Lease lease, Map<String, Step> underWay, Instant now) {
        return tables.transactions().read(lease, connection -> next(connection, lease.bucket(), underWay, now));
    }

    private Chunk next(Connection connection, int bucket, Map<String, Step> underWay, Instant now) throws SQLException {
        List<DueReminder> singles = tables.oneOffs().due(connection, bucket, now, FiringCursor.MOST_ONE_OFFS);
        if (!singles.isEmpty()) {
            Instant tooLate = now.minus(config.oneOffLateness());
            return singles.get(0).dueAt().isBefore(tooLate)
                    ? new Chunk.LateOneOffs(tooLate)
                    : new Chunk.OneOffs(singles);
        }
        List<DueCadence> due =
                tables.cadences().due(connection, bucket, now, Math.min(FiringCursor.MOST_STEPS, config.chunkSize()));
        if (due.isEmpty()) {
            return new Chunk.Nothing();
        }
        List<DueCadence> unknown =
                due.stream().filter(cadence -> cadence.cadence().isEmpty()).toList();
        if (!unknown.isEmpty()) {
            return new Chunk.Unknown(unknown);
        }
        List<DueCadence> late =
                due.stream().filter(cadence -> isTooLate(cadence, now)).toList();
        if (!late.isEmpty()) {
            return new Chunk.LateCadences(late);
        }
        return planned(connection, bucket, turn(due, underWay), underWay);
    }

    private static boolean isTooLate(DueCadence due, Instant now) {
        return due.cadence()
                .map(cadence -> due.due().plus(cadence.maxLateness()).isBefore(now))
                .orElse(false);
    }

    /** Those whose turn it is: never so many that the cursor could not name all that are under way. */
    private static List<DueCadence> turn(List<DueCadence> due, Map<String, Step> underWay) {
        List<DueCadence> turn = new ArrayList<>();
        int room = FiringCursor.MOST_STEPS - underWay.size();
        for (DueCadence cadence : due) {
            if (underWay.containsKey(cadence.key())) {
                turn.add(cadence);
            } else if (room > 0) {
                room--;
                turn.add(cadence);
            }
        }
        return turn;
    }

    private Chunk planned(Connection connection, int bucket, List<DueCadence> turn, Map<String, Step> underWay)
            throws SQLException {
        List<Step> from = turn.stream().map(cadence -> from(cadence, underWay)).toList();
        int share = Math.max(1, config.chunkSize() / turn.size());
        List<List<DueReminder>> members = tables.members().next(connection, bucket, from, share);
        List<DueReminder> reminders = new ArrayList<>();
        List<DueCadence> finished = new ArrayList<>();
        List<Step> after = new ArrayList<>();
        List<DueCadence> empty = new ArrayList<>();
        for (int i = 0; i < turn.size(); i++) {
            List<DueReminder> own = members.get(i);
            reminders.addAll(own);
            if (own.size() < share) {
                finished.add(turn.get(i));
                if (own.isEmpty() && from.get(i).last().isEmpty()) {
                    empty.add(turn.get(i));
                }
            } else {
                String last = own.get(own.size() - 1).planId();
                after.add(new Step(turn.get(i).key(), turn.get(i).due(), Optional.of(last)));
            }
        }
        return new Chunk.Planned(reminders, finished, after, empty);
    }

    static Step from(DueCadence cadence, Map<String, Step> underWay) {
        Step step = underWay.get(cadence.key());
        return step != null && step.due().equals(cadence.due())
                ? step
                : new Step(cadence.key(), cadence.due(), cadence.emittedTo());
    }
}
