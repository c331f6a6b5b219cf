package io.limber.reminder.firing;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * How many cadences a chunk may finish so that the cursor can name them all, and beside them {@link #UNDER_WAY} that are
 * under way, with the longest plan ids and each due at another time.
 */
final class CursorRoom {
    /** Most cadences that the cursor names as being under way. */
    static final int UNDER_WAY = 16;

    /** Most single reminders in one chunk. */
    static final int ONE_OFFS = 100;

    private static final int KEY = 22;
    private static final int DUE = 11;
    private static final int LONGEST_PLAN = 64;
    private static final int FRAME = 4;
    private static final int ALL = CursorText.LONGEST - FRAME - UNDER_WAY * (KEY + 1 + LONGEST_PLAN + DUE);

    private final Set<Instant> dues = new HashSet<>();
    private int left = ALL;
    private int large;

    /** False when there is no room for it. */
    boolean take(Turn turn) {
        if (isFull() || turn.large() && large == UNDER_WAY) {
            return false;
        }
        left -= KEY + (dues.add(turn.cadence().due()) ? DUE : 0);
        large += turn.large() ? 1 : 0;
        return true;
    }

    boolean isFull() {
        return left < KEY + DUE;
    }
}
