package io.limber.routine.catalogue;

import io.limber.routine.Stretches;

/** The read model's form of what the builder makes. */
public final class TestStretches {
    private TestStretches() {}

    public static Stretch of(Stretches stretch) {
        return Stretch.of(stretch.published(), false);
    }

    public static Stretch retired(Stretches stretch) {
        return Stretch.of(stretch.published(), true);
    }
}
