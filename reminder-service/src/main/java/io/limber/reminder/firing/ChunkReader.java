package io.limber.reminder.firing;

import io.limber.reminder.bucket.Lease;
import io.limber.reminder.firing.CadenceTable.DueCadence;
import io.limber.reminder.firing.FiringCursor.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what a bucket does next: single reminders first, then the cadences whose turn it is. Each tenant among them
 * gets an equal share of the chunk, and each of its cadences an equal share of that; what small ones leave of theirs
 * goes to the large ones.
 */
final class ChunkReader {
    private final FiringTables tables;
    private final FiringConfig config;
    private final Turns turns;

    ChunkReader(FiringTables tables, FiringConfig config, Turns turns) {
        this.tables = tables;
        this.config = config;
        this.turns = turns;
    }

    /** @param underWay by cadence key: due times of which some reminders are emitted, as the cursor names them */
    Chunk next(Lease lease, Map<String, Step> underWay, Instant now) {
        return tables.transactions().read(lease, connection -> next(connection, lease.bucket(), underWay, now));
    }

    private Chunk next(Connection connection, int bucket, Map<String, Step> underWay, Instant now) throws SQLException {
        List<DueReminder> singles = tables.oneOffs().due(connection, bucket, now, CursorRoom.ONE_OFFS);
        if (!singles.isEmpty()) {
            Instant tooLate = now.minus(config.oneOffLateness());
            return singles.get(0).dueAt().isBefore(tooLate)
                    ? new Chunk.LateOneOffs(tooLate)
                    : new Chunk.OneOffs(singles);
        }
        turns.refresh(connection, bucket, cadence -> position(cadence, underWay), now);
        List<Turn> turn = turns.next();
        if (turn.isEmpty()) {
            return new Chunk.Nothing();
        }
        List<Turn> unknown =
                turn.stream().filter(one -> one.definition().isEmpty()).toList();
        if (!unknown.isEmpty()) {
            return new Chunk.Unknown(unknown);
        }
        List<Turn> late = turn.stream().filter(one -> one.isTooLate(now)).toList();
        if (!late.isEmpty()) {
            return new Chunk.LateCadences(late);
        }
        return planned(connection, bucket, turn);
    }

    private static Optional<String> position(DueCadence cadence, Map<String, Step> underWay) {
        Step step = underWay.get(cadence.key());
        return step != null && step.due().equals(cadence.due()) ? step.last() : cadence.emittedTo();
    }

    private Chunk planned(Connection connection, int bucket, List<Turn> turn) throws SQLException {
        PlannedChunk chunk = new PlannedChunk();
        int[] shares = shares(turn);
        chunk.add(turn, shares, tables.members().next(connection, bucket, turn, shares));
        List<Turn> more = chunk.takeUnderWay();
        int left = config.chunkSize() - chunk.size();
        if (!more.isEmpty() && left >= config.chunkSize() / 4) {
            int[] rest = new int[more.size()];
            Arrays.fill(rest, Math.max(1, left / more.size()));
            chunk.add(more, rest, tables.members().next(connection, bucket, more, rest));
        } else {
            chunk.putBack(more);
        }
        return chunk.build();
    }

    private int[] shares(List<Turn> turn) {
        Map<String, Integer> cadences = new HashMap<>();
        turn.forEach(one -> cadences.merge(one.cadence().tenant(), 1, Integer::sum));
        int tenantShare = config.chunkSize() / cadences.size();
        return turn.stream()
                .mapToInt(one -> Math.max(
                        1, tenantShare / cadences.getOrDefault(one.cadence().tenant(), 1)))
                .toArray();
    }
}
