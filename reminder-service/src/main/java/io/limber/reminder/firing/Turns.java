package io.limber.reminder.firing;

import io.limber.reminder.firing.CadenceTable.DueCadence;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The due cadences of a bucket in the order of their turns: one cadence of each tenant, then a second one of each, and
 * so on; whoever had a turn and has more goes to the end. So neither a tenant with a million reminders nor one with
 * thousands of cadences holds up another's few.
 *
 * <p>Of one tenant only the earliest due time has turns: a plan that moved from one cadence to another is reminded in the
 * order of its due times, however large the former one is.
 *
 * <p>A part of what is due waits here, of each tenant the earliest, and the rest in the table. What becomes due meanwhile
 * is taken in before each chunk.
 */
final class Turns {
    private static final int MOST = 500;

    private final CadenceTable table;
    private final Map<String, Map<String, Turn>> tenants = new LinkedHashMap<>();
    private final Set<String> keys = new HashSet<>();
    private Instant seenTo = Instant.EPOCH;
    private boolean complete;

    Turns(CadenceTable table) {
        this.table = table;
    }

    void clear() {
        tenants.clear();
        keys.clear();
        seenTo = Instant.EPOCH;
        complete = false;
    }

    /** Takes in what is due by now. */
    void refresh(Connection connection, int bucket, Positions positions, Instant now) throws SQLException {
        Instant after = complete ? seenTo : Instant.EPOCH;
        List<DueCadence> due = table.due(connection, bucket, after, now, MOST);
        complete = due.size() < MOST;
        seenTo = now;
        for (DueCadence cadence : due) {
            if (keys.add(cadence.key())) {
                put(Turn.of(cadence, positions.of(cadence)));
            }
        }
    }

    /** Those whose turn it is, not more than the cursor can name; they stay where they are. */
    List<Turn> next() {
        List<Turn> chosen = new ArrayList<>();
        CursorRoom room = new CursorRoom();
        List<Iterator<Turn>> waiting = new ArrayList<>();
        tenants.values().forEach(own -> waiting.add(earliest(own.values())));
        while (!waiting.isEmpty() && !room.isFull()) {
            waiting.removeIf(own -> {
                while (own.hasNext()) {
                    Turn turn = own.next();
                    if (room.take(turn)) {
                        chosen.add(turn);
                        return false;
                    }
                }
                return true;
            });
        }
        return chosen;
    }

    /** It has more to emit: its next turn comes after everybody else's. */
    void again(Turn turn) {
        remove(turn);
        keys.add(turn.key());
        put(turn);
    }

    /** It is over, and the cadence has moved on to its next due time, which may be past already. */
    void over(Turn turn) {
        remove(turn);
        turn.next().filter(due -> !due.isAfter(seenTo)).ifPresent(due -> {
            keys.add(turn.key());
            put(turn.due(due));
        });
    }

    private static Iterator<Turn> earliest(Collection<Turn> turns) {
        Instant first = turns.stream()
                .map(turn -> turn.cadence().due())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        return turns.stream()
                .filter(turn -> turn.cadence().due().equals(first))
                .toList()
                .iterator();
    }

    /** Puts the tenant at the end. */
    private void put(Turn turn) {
        String tenant = turn.cadence().tenant();
        tenants.computeIfAbsent(tenant, name -> new LinkedHashMap<>()).put(turn.key(), turn);
    }

    private void remove(Turn turn) {
        keys.remove(turn.key());
        Map<String, Turn> own = tenants.remove(turn.cadence().tenant());
        if (own != null) {
            own.remove(turn.key());
            if (!own.isEmpty()) {
                tenants.put(turn.cadence().tenant(), own);
            }
        }
    }

    /** Where a due time stands, as far as it is known outside the table. */
    @FunctionalInterface
    interface Positions {
        /** The plan up to which it is emitted; empty when nothing of it is. */
        Optional<String> of(DueCadence cadence);
    }
}
