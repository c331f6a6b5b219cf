package io.limber.reminder.firing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How far the firing of a bucket has come, as committed to Kafka together with the reminders themselves: the offset is
 * the number of reminders ever emitted in this bucket, the metadata names what the last transaction emitted and
 * PostgreSQL may not know yet.
 *
 * @param oneOffs single reminders that the last transaction emitted
 * @param steps cadences that the last transaction finished, and all that are under way and not put down in PostgreSQL
 * @param patterns the steps of a cursor of version 1, whose keys stood for the cadences of all tenants; we write none
 */
record FiringCursor(long emitted, List<UUID> oneOffs, List<Step> steps, List<Step> patterns) {
    static final FiringCursor NONE = new FiringCursor(0, List.of(), List.of());

    FiringCursor {
        oneOffs = List.copyOf(oneOffs);
        steps = List.copyOf(steps);
        patterns = List.copyOf(patterns);
    }

    FiringCursor(long emitted, List<UUID> oneOffs, List<Step> steps) {
        this(emitted, oneOffs, steps, List.of());
    }

    /**
     * A due time of a cadence.
     *
     * @param key of the cadence
     * @param due a whole second
     * @param last the plan emitted last; empty when all of them are
     */
    record Step(String key, Instant due, Optional<String> last) {}

    /** What goes into the committed offset's metadata. */
    String metadata() {
        return CursorText.write(this);
    }

    /**
     * @throws IllegalArgumentException when the text is no cursor; nothing may be fired then
     */
    static FiringCursor of(long emitted, String metadata) {
        return CursorText.read(emitted, metadata);
    }
}
