package io.limber.reminder.firing;

import io.limber.cadence.Cadence;
import io.limber.cadence.Lateness;
import io.limber.reminder.firing.CadenceTable.DueCadence;
import io.limber.reminder.firing.OneOffTable.Gone;
import io.limber.reminder.ledger.Ledger;
import io.limber.reminder.ledger.Ledger.Planned;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Books in the ledger what firing decides, in the transaction that decides it. Who is concerned is counted anew from the
 * members, not taken from what was emitted: so whoever is left out on the way shows as a difference.
 */
@ApplicationScoped
class Bookings {
    // The owner before could compute it, this one cannot.
    private static final String ZONE_UNKNOWN = "UTC";

    private final Ledger ledger;
    private final MemberCounts counts;

    Bookings(Ledger ledger, MemberCounts counts) {
        this.ledger = ledger;
        this.counts = counts;
    }

    /** Due times that are decided, all of their reminders emitted. */
    void emitted(Connection connection, int bucket, List<DueCadence> decided) throws SQLException {
        if (decided.isEmpty()) {
            return;
        }
        List<Long> members = counts.ofEach(connection, bucket, decided);
        List<Planned> entries = new ArrayList<>();
        for (int i = 0; i < decided.size(); i++) {
            DueCadence cadence = decided.get(i);
            LocalDate day = cadence.cadence()
                    .map(known -> known.localDateOf(cadence.due()))
                    .orElseGet(() -> Ledger.day(cadence.due(), ZONE_UNKNOWN));
            entries.add(new Planned(cadence.tenant(), day, bucket, members.get(i), 0, 0));
        }
        ledger.planned(connection, entries);
    }

    /**
     * Due times that are too late.
     *
     * @param emittedTo of the first one, the plan up to which it is emitted; empty text when nothing of it is
     * @return how many reminders are missed
     */
    long missed(Connection connection, int bucket, DueCadence cadence, MissedSlots slots, String emittedTo)
            throws SQLException {
        Cadence definition = slots.cadence();
        MemberCounts.Slots members = counts.ofSlots(connection, bucket, cadence.key(), slots.dues(), emittedTo);
        boolean merged = definition.lateness().then() == Lateness.Then.NEXT_SLOT;
        Map<LocalDate, Planned> days = new TreeMap<>();
        long all = 0;
        for (int i = 0; i < slots.dues().size(); i++) {
            long planned = members.planned(i);
            long missed = planned - (i == 0 ? members.emittedOfFirst() : 0);
            LocalDate day = definition.localDateOf(slots.dues().get(i));
            days.merge(
                    day,
                    new Planned(cadence.tenant(), day, bucket, planned, merged ? 0 : missed, merged ? missed : 0),
                    Planned::plus);
            all += missed;
        }
        ledger.planned(connection, days.values());
        return all;
    }

    /** Single reminders that are emitted. */
    void singlesEmitted(Connection connection, int bucket, List<Gone> gone) throws SQLException {
        singles(connection, bucket, gone, 0);
    }

    /** Single reminders that are too late. */
    void singlesMissed(Connection connection, int bucket, List<Gone> gone) throws SQLException {
        singles(connection, bucket, gone, 1);
    }

    private void singles(Connection connection, int bucket, List<Gone> gone, long dropped) throws SQLException {
        ledger.planned(
                connection,
                gone.stream()
                        .map(single -> new Planned(
                                single.tenant(), Ledger.day(single.due(), single.zone()), bucket, 1, dropped, 0))
                        .toList());
    }
}
