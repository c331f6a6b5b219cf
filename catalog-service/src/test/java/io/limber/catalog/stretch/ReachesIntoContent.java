package io.limber.catalog.stretch;

import io.limber.catalog.content.BrokenContent;

/** Breaks the rule that stretches know nothing of where they come from, to see the rule fail. */
public final class ReachesIntoContent {
    private ReachesIntoContent() {}

    static Class<?> wrong() {
        return BrokenContent.class;
    }
}
