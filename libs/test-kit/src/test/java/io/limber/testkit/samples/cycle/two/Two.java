package io.limber.testkit.samples.cycle.two;

import io.limber.testkit.samples.cycle.one.One;
import org.jspecify.annotations.Nullable;

public class Two {

    @Nullable
    One other;
}
