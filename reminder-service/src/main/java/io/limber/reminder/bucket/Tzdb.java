package io.limber.reminder.bucket;

import java.time.zone.ZoneRulesProvider;

/** The time-zone rules of this JDK. */
public final class Tzdb {
    private Tzdb() {}

    /** For example {@code 2026a}; stored beside every instant computed from them. */
    public static String version() {
        return ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
    }
}
