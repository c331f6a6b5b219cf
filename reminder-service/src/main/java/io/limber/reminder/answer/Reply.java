package io.limber.reminder.answer;

import java.time.Duration;

/** What a person says to a reminder. A reminder takes one reply; the same again is a repeat, not a second one. */
public sealed interface Reply {
    /** The routine is done. */
    record Done() implements Reply {}

    /** Again, in a while. */
    record Snooze(int minutes) implements Reply {
        public static final int SHORTEST = 1;
        public static final int LONGEST = 240;

        public Snooze {
            if (minutes < SHORTEST || minutes > LONGEST) {
                throw new IllegalArgumentException("a snooze lasts " + SHORTEST + " to " + LONGEST + " minutes");
            }
        }

        Duration length() {
            return Duration.ofMinutes(minutes);
        }
    }

    /** Not this time. */
    record Skip(SkipReason reason) implements Reply {}
}
