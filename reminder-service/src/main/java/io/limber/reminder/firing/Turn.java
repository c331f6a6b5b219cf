package io.limber.reminder.firing;

import io.limber.cadence.Cadence;
import io.limber.reminder.firing.CadenceTable.DueCadence;
import io.limber.reminder.firing.FiringCursor.Step;
import java.time.Instant;
import java.util.Optional;

/**
 * A due cadence that waits for its turn.
 *
 * @param definition empty when it cannot be computed here
 * @param last the plan emitted last; empty when none is
 * @param large whether it is known to need more than one turn
 */
record Turn(DueCadence cadence, Optional<Cadence> definition, Optional<String> last, boolean large) {
    static Turn of(DueCadence cadence, Optional<String> last) {
        return new Turn(cadence, cadence.cadence(), last, last.isPresent());
    }

    String key() {
        return cadence.key();
    }

    Step step() {
        return new Step(cadence.key(), cadence.due(), last);
    }

    /** The same, to be gone on with behind {@code plan}. */
    Turn behind(String plan) {
        return new Turn(cadence, definition, Optional.of(plan), true);
    }

    /** The same, not begun, and known to need more than one turn. */
    Turn asLarge() {
        return new Turn(cadence, definition, last, true);
    }

    /** The same cadence at a later due time. */
    Turn due(Instant later) {
        DueCadence next =
                new DueCadence(cadence.key(), cadence.tenant(), cadence.definition(), later, Optional.empty());
        return new Turn(next, definition, Optional.empty(), large);
    }

    /** The cadence's due time after this one. */
    Optional<Instant> next() {
        return definition.flatMap(known -> known.nextAfter(cadence.due()));
    }

    boolean isTooLate(Instant now) {
        return definition.filter(known -> known.isTooLate(cadence.due(), now)).isPresent();
    }
}
