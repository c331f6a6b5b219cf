package io.limber.reminder.firing;

import io.limber.reminder.bucket.BucketTransactions;
import io.limber.reminder.bucket.Lease;
import io.limber.reminder.bucket.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** Removes what no due time can need any more. */
@ApplicationScoped
class Sweep {
    // Long enough for any record to have come again that is older than the plan's tombstone.
    private static final Duration REMEMBER_REMOVED = Duration.ofDays(7);

    private static final String ENDED = """
            DELETE FROM reminder r USING cadence c
             WHERE r.bucket = ? AND r.effective_until IS NOT NULL AND r.effective_until < ?
               AND c.key = r.cadence_key AND c.bucket = r.bucket
               AND (c.next_due_at IS NULL OR r.effective_until < c.next_due_at)""";

    private static final String EXPIRED = """
            DELETE FROM reminder r USING cadence c
             WHERE r.bucket = ? AND r.active_until < 'infinity' AND r.active_until < ?
               AND c.key = r.cadence_key AND c.bucket = r.bucket
               AND (c.next_due_at IS NULL OR r.active_until <= c.next_due_at)""";

    private static final String FORGET = "DELETE FROM plan_state WHERE bucket = ? AND removed_at < ?";

    private static final String EMPTY = """
            DELETE FROM cadence c WHERE c.bucket = ? AND c.key = ANY(?)
               AND NOT EXISTS (SELECT FROM reminder r WHERE r.cadence_key = c.key AND r.bucket = c.bucket)""";

    private final BucketTransactions transactions;
    private final Moments moments;

    Sweep(BucketTransactions transactions, Moments moments) {
        this.transactions = transactions;
        this.moments = moments;
    }

    /** @param idle cadences that had nobody to remind lately */
    void sweep(Lease lease, Collection<String> idle) {
        // In one order with ingest, which must not add a member to a cadence that is being removed.
        moments.change(now -> transactions.write(List.of(lease), connection -> {
            delete(connection, ENDED, lease, now);
            delete(connection, EXPIRED, lease, now);
            delete(connection, FORGET, lease, now.minus(REMEMBER_REMOVED));
            removeEmpty(connection, lease, idle);
            return lease;
        }));
    }

    private static void delete(Connection connection, String sql, Lease lease, Instant before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, lease.bucket());
            statement.setObject(2, before.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private static void removeEmpty(Connection connection, Lease lease, Collection<String> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(EMPTY)) {
            statement.setInt(1, lease.bucket());
            statement.setArray(2, connection.createArrayOf("text", keys.toArray()));
            statement.executeUpdate();
        }
    }
}
