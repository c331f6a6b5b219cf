package io.limber.reminder.firing;

import io.limber.reminder.bucket.Lease;
import io.limber.reminder.bucket.Tzdb;
import io.limber.reminder.firing.CadenceTable.DueCadence;
import io.limber.reminder.firing.CadenceTable.Move;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Keeps next due times true to the time-zone rules of this JDK. */
@ApplicationScoped
class Timetable {
    private static final Logger LOG = Logger.getLogger(Timetable.class);

    private final FiringTables tables;

    Timetable(FiringTables tables) {
        this.tables = tables;
    }

    /** Computes anew what other rules computed; what is decided stays decided. */
    void bringUpToDate(Lease lease) {
        int retimed = tables.transactions().write(List.of(lease), connection -> {
            List<DueCadence> outdated = tables.cadences().outdated(connection, lease.bucket());
            List<Move> moves = outdated.stream().map(DueCadence::done).toList();
            tables.cadences().retime(connection, lease.bucket(), moves);
            return moves.size();
        });
        if (retimed > 0) {
            LOG.infof(
                    "Due times computed anew: bucket=%d cadences=%d tzdb=%s", lease.bucket(), retimed, Tzdb.version());
        }
    }
}
