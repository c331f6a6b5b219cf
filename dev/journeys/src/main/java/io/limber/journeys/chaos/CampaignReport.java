package io.limber.journeys.chaos;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;

/**
 * What a campaign found; its JSON is this record.
 *
 * @param maxRecoverySeconds greatest time from a {@code kill -9} with a standby until every bucket of the dead replica emitted
 *     again, of the kills that nothing else disturbed
 * @param recoveries how many kills that is
 * @param maxLatenessSeconds from due to received, whatever the fault
 * @param revived replicas that ended by themselves
 * @param faults how often each was done
 * @param failures everything that is wrong, one sentence each; empty in a clean campaign
 */
public record CampaignReport(
        int rounds,
        long seed,
        long planned,
        long emitted,
        long lost,
        long duplicates,
        long early,
        long outOfOrder,
        long tooLate,
        long unplanned,
        double maxRecoverySeconds,
        int recoveries,
        double maxLatenessSeconds,
        int revived,
        Map<String, Integer> faults,
        List<String> failures) {
    public CampaignReport {
        faults = Map.copyOf(faults);
        failures = List.copyOf(failures);
    }

    @JsonIgnore
    public boolean isClean() {
        return failures.isEmpty();
    }
}
