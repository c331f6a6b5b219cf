package io.limber.reminder.firing;

import io.limber.cadence.RulesVersion;
import io.limber.reminder.bucket.Lease;
import io.limber.reminder.firing.CadenceTable.DueCadence;
import io.limber.reminder.firing.CadenceTable.Move;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Keeps next due times true to the rules of this version: time zones and public holidays. */
final class Timetable {
    private static final Logger LOG = Logger.getLogger(Timetable.class);

    private final FiringTables tables;

    Timetable(FiringTables tables) {
        this.tables = tables;
    }

    /**
     * Computes anew what other rules computed; what is decided stays decided.
     *
     * @param underWay keys of cadences whose due time is partly emitted: they go on with it, and follow these rules
     *     afterwards
     */
    void bringUpToDate(Lease lease, Set<String> underWay) {
        int retimed = tables.transactions().write(List.of(lease), connection -> {
            List<DueCadence> outdated = tables.cadences().outdated(connection, lease.bucket());
            List<Move> moves = outdated.stream()
                    .filter(cadence -> !underWay.contains(cadence.key()))
                    .map(DueCadence::done)
                    .toList();
            tables.cadences().retime(connection, lease.bucket(), moves);
            return moves.size();
        });
        if (retimed > 0) {
            LOG.infof(
                    "Due times computed anew: bucket=%d cadences=%d rules=%s",
                    lease.bucket(), retimed, RulesVersion.current());
        }
    }
}
