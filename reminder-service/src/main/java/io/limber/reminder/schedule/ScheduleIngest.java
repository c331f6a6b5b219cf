package io.limber.reminder.schedule;

import io.limber.reminder.bucket.BucketTransactions;
import io.limber.reminder.bucket.Lease;
import io.limber.reminder.bucket.Moments;
import io.limber.reminder.bucket.WorkSignal;
import io.limber.reminder.schedule.ScheduleChange.Activated;
import io.limber.reminder.schedule.ScheduleChange.Removed;
import io.limber.reminder.schedule.ScheduleChange.Stopped;
import io.limber.reminder.schedule.ScheduleTable.PlanKey;
import io.limber.reminder.schedule.ScheduleTable.PlanState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Applies schedule changes, a batch in one transaction. Idempotent by the plan's version, so a batch may come again, and
 * out of order. A change takes effect at one instant: due times up to it are the old version's, later ones the new
 * one's, so that none is lost and none repeated, whatever is being fired at that moment.
 */
@ApplicationScoped
public class ScheduleIngest {
    private final BucketTransactions transactions;
    private final ScheduleTable table;
    private final Moments moments;
    private final WorkSignal signal;

    ScheduleIngest(BucketTransactions transactions, ScheduleTable table, Moments moments, WorkSignal signal) {
        this.transactions = transactions;
        this.table = table;
        this.moments = moments;
        this.signal = signal;
    }

    /**
     * All changes or none.
     *
     * @param leases of every bucket among the changes
     * @throws io.limber.reminder.bucket.LostLease when a bucket is somebody else's by now
     * @throws io.limber.reminder.bucket.DatabaseFault when the database fails or refuses a change
     */
    void apply(Collection<Lease> leases, List<ScheduleChange> changes) {
        moments.change(at -> transactions.write(leases, connection -> apply(connection, changes, at)));
        signal.raise();
    }

    private int apply(Connection connection, List<ScheduleChange> changes, Instant at) throws SQLException {
        table.expectProbes(connection);
        Map<PlanKey, PlanState> known = table.known(
                connection, changes.stream().map(PlanKey::of).distinct().toList());
        Map<PlanKey, ScheduleChange> news = news(known, changes);
        if (news.isEmpty()) {
            return 0;
        }
        List<Activated> activated = new ArrayList<>();
        List<Stopped> stopped = new ArrayList<>();
        List<Removed> removed = new ArrayList<>();
        Set<PlanKey> ended = new HashSet<>();
        news.forEach((plan, change) -> {
            switch (change) {
                case Activated a -> activated.add(a);
                case Stopped s -> {
                    stopped.add(s);
                    if (s.forGood()) {
                        ended.add(plan);
                    }
                }
                case Removed r -> {
                    removed.add(r);
                    ended.add(plan);
                }
            }
        });
        Map<PlanKey, PlanState> open = new HashMap<>(known);
        open.keySet().retainAll(news.keySet());
        open.values().removeIf(state -> state.cadence().isEmpty());
        Map<PlanKey, Instant> effective = effective(known, table.close(connection, open, at), news, at);
        table.remember(connection, activated, stopped, effective);
        table.remove(connection, removed, at);
        table.dropSingles(connection, ended, at);
        table.addCadences(connection, activated, at);
        table.addReminders(connection, activated, effective);
        return news.size();
    }

    /** The last word on each plan, if it is news. */
    private static Map<PlanKey, ScheduleChange> news(Map<PlanKey, PlanState> known, List<ScheduleChange> changes) {
        Map<PlanKey, Long> versions = new HashMap<>();
        known.forEach((plan, state) -> versions.put(plan, state.version()));
        Map<PlanKey, ScheduleChange> news = new LinkedHashMap<>();
        for (ScheduleChange change : changes) {
            PlanKey plan = PlanKey.of(change);
            long version = switch (change) {
                case Activated a -> a.version();
                case Stopped s -> s.version();
                // A tombstone has no version and is always the last word; an older record may come again after it.
                case Removed r -> versions.getOrDefault(plan, Long.MIN_VALUE);
            };
            Long seen = versions.put(plan, Math.max(version, versions.getOrDefault(plan, Long.MIN_VALUE)));
            if (seen == null || version > seen || change instanceof Removed) {
                news.put(plan, change);
            }
        }
        return news;
    }

    /** When each change takes effect: never before the one it follows, even when the clock was set back. */
    private static Map<PlanKey, Instant> effective(
            Map<PlanKey, PlanState> known,
            Map<PlanKey, Instant> closed,
            Map<PlanKey, ScheduleChange> news,
            Instant at) {
        Map<PlanKey, Instant> effective = new HashMap<>();
        for (PlanKey plan : news.keySet()) {
            Instant from = closed.getOrDefault(plan, at);
            PlanState before = known.get(plan);
            effective.put(plan, before != null && before.changedAt().isAfter(from) ? before.changedAt() : from);
        }
        return effective;
    }
}
