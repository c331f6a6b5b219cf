package io.limber.reminder.firing;

import io.limber.reminder.firing.CadenceTable.DueCadence;
import io.limber.reminder.firing.FiringCursor.Step;
import java.time.Instant;
import java.util.List;

/** What a bucket does next. */
sealed interface Chunk {
    /** Nothing is due. */
    record Nothing() implements Chunk {}

    /** Single reminders that are due before this are too late. */
    record LateOneOffs(Instant before) implements Chunk {}

    /** Single reminders to emit. */
    record OneOffs(List<DueReminder> reminders) implements Chunk {}

    /** Cadences that cannot be computed here. They rest, so that the others go on. */
    record Unknown(List<DueCadence> cadences) implements Chunk {}

    /** Cadences whose due time is too late: decided without emitting. */
    record LateCadences(List<DueCadence> cadences) implements Chunk {}

    /**
     * Reminders of cadences that take turns.
     *
     * @param finished due times with nobody left behind these reminders
     * @param underWay due times with members left
     * @param empty due times that concern nobody at all
     */
    record Planned(List<DueReminder> reminders, List<DueCadence> finished, List<Step> underWay, List<DueCadence> empty)
            implements Chunk {}
}
