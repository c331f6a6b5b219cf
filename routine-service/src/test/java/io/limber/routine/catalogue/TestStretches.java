package io.limber.routine.catalogue;

import io.limber.contracts.StretchAdapted;
import io.limber.routine.Stretches;

/** The read model's form of what the builder makes. */
public final class TestStretches {
    private TestStretches() {}

    public static Stretch of(Stretches stretch) {
        return Stretch.of(stretch.published(), false, null);
    }

    /** As a tenant sees it that makes this of it. */
    public static Stretch of(Stretches stretch, StretchAdapted adaptation) {
        return Stretch.of(stretch.published(), false, adaptation);
    }

    public static Stretch retired(Stretches stretch) {
        return Stretch.of(stretch.published(), true, null);
    }
}
