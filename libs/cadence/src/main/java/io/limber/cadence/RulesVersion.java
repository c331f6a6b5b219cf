package io.limber.cadence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.zone.ZoneRulesProvider;
import java.util.Objects;
import java.util.Properties;

/** The version of all rules that come from elsewhere. Due instants computed under another version are outdated. */
public final class RulesVersion {
    private static final String HOLIDAYS = holidays();

    private RulesVersion() {}

    /** Time-zone rules and public holidays, for example {@code 2026a+holidays-2.19.0}. */
    public static String current() {
        return timeZones() + "+holidays-" + HOLIDAYS;
    }

    /** Of the JDK's time-zone rules, for example {@code 2026a}. */
    public static String timeZones() {
        return ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
    }

    private static String holidays() {
        try (InputStream file = RulesVersion.class.getResourceAsStream("rules.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(file, "rules.properties"));
            return properties.getProperty("holidays");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
