package io.limber.contracts;

import java.util.List;

/** What a reminder shows: a snapshot of the routine at the time the schedule was last changed. */
public record ShownRoutine(String routineId, String name, String locale, int totalSeconds, List<Item> items) {
    public ShownRoutine {
        items = List.copyOf(items);
    }

    /** One stretch of the routine, in order, with its seconds including both sides. */
    public record Item(String stretchId, String name, int seconds) {}
}
