package io.limber.kit.time;

import java.time.zone.ZoneRulesProvider;

/** The time-zone rules of this JDK. */
public final class Tzdb {
    private Tzdb() {}

    /** For example {@code 2026a}. */
    public static String version() {
        return ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
    }
}
