package io.limber.reminder.firing;

import io.limber.cadence.Cadence;
import io.limber.cadence.Lateness;
import io.limber.reminder.firing.CadenceTable.Move;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Due times of a cadence that are too late, decided together.
 *
 * @param dues ascending, at least one
 * @param next the due time behind them, late or not; empty when there is none any more
 */
record MissedSlots(Cadence cadence, List<Instant> dues, Optional<Instant> next) {
    /** Bounds a transaction: a month of every five minutes. What lies behind is found too late again, in the next step. */
    static final int MOST = 10_000;

    /** @param first a due time of the cadence that is too late */
    static MissedSlots from(Cadence cadence, Instant first, Instant now) {
        List<Instant> dues = new ArrayList<>();
        Optional<Instant> due = Optional.of(first);
        while (due.isPresent() && dues.size() < MOST && cadence.lateness().isExceeded(due.get(), now)) {
            Optional<Instant> next = cadence.nextAfter(due.get());
            if (cadence.lateness().then() == Lateness.Then.DELIVER
                    && next.filter(later -> !later.isAfter(now)).isEmpty()) {
                break;
            }
            dues.add(due.get());
            due = next;
        }
        return new MissedSlots(cadence, List.copyOf(dues), due);
    }

    Move move(String key) {
        return new Move(key, dues.getFirst(), dues.getLast(), next);
    }
}
