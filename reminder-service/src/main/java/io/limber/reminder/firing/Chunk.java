package io.limber.reminder.firing;

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
    record Unknown(List<Turn> turns) implements Chunk {}

    /** Cadences whose due time is too late: decided without emitting. */
    record LateCadences(List<Turn> turns) implements Chunk {}

    /**
     * Reminders of cadences that take turns.
     *
     * @param finished due times with nobody left behind these reminders
     * @param underWay due times with members left, behind what is emitted here
     * @param empty of the finished ones, those that concern nobody at all
     * @param passedOver due times of which nothing is emitted here, because the cursor has no room for them
     */
    record Planned(
            List<DueReminder> reminders,
            List<Turn> finished,
            List<Turn> underWay,
            List<Turn> empty,
            List<Turn> passedOver)
            implements Chunk {}
}
