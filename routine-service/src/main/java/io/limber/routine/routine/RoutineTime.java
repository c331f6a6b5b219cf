package io.limber.routine.routine;

import io.limber.contracts.Sides;
import java.util.List;

/**
 * How long a routine takes, in seconds. With {@code n = repetitions x sets}:
 *
 * <pre>
 * repetition = max(hold, 3)
 * side       = n x repetition + (n - 1) x rest between repetitions
 * stretch    = sides x side + (sides - 1) x switch of side
 * routine    = sum of the stretches + (number of stretches - 1) x rest between stretches
 * </pre>
 *
 * The rest between repetitions is the stretch's own; the other pauses are the routine's.
 */
final class RoutineTime {
    /** A movement takes time even when nothing is held at its end: no repetition counts less than one slow breath. */
    static final int SHORTEST_REPETITION = 3;

    private RoutineTime() {}

    static int ofStretch(
            int holdSeconds,
            int repetitions,
            int sets,
            Sides sides,
            int restBetweenRepetitions,
            int switchSideSeconds) {
        int count = repetitions * sets;
        int side = count * Math.max(holdSeconds, SHORTEST_REPETITION) + (count - 1) * restBetweenRepetitions;
        return sides.passes() * side + (sides.passes() - 1) * switchSideSeconds;
    }

    static int ofRoutine(List<Integer> stretchSeconds, int restSeconds) {
        int stretches = stretchSeconds.stream().mapToInt(Integer::intValue).sum();
        return stretches + Math.max(0, stretchSeconds.size() - 1) * restSeconds;
    }
}
