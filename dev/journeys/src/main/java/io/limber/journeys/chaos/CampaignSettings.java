package io.limber.journeys.chaos;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a campaign does.
 *
 * @param project the repository's root, in which the packaged reminder-service lies
 * @param work where logs are kept; databases and topics lie in it only while the campaign runs
 * @param seed decides schedules, changes and faults; not what the machine makes of them
 * @param rounds at least one
 * @param limit no round begins after it, but the first always does
 * @param reminders due in a round, about
 * @param window whole seconds from the first due time of a round to the last
 * @param faults in a round; the first is always a kill with a standby and twenty quiet seconds behind it
 */
public record CampaignSettings(
        Path project, Path work, long seed, int rounds, Duration limit, int reminders, Duration window, int faults) {
    /** Shorter than this, a round has no room for a kill and the standby's takeover. */
    public static final Duration SHORTEST_WINDOW = Duration.ofSeconds(30);

    public CampaignSettings {
        if (rounds < 1 || reminders < 1 || faults < 1 || window.compareTo(SHORTEST_WINDOW) < 0) {
            throw new IllegalArgumentException("a campaign needs a round, a reminder, a fault and a window of "
                    + SHORTEST_WINDOW.toSeconds() + " s");
        }
    }
}
