package io.limber.testkit.samples.cycle.one;

import io.limber.testkit.samples.cycle.two.Two;
import org.jspecify.annotations.Nullable;

public class One {

    @Nullable
    Two other;
}
