package io.limber.contracts;

import java.util.Map;

/**
 * What a tenant makes of a stretch of the global catalogue; full state, replaces any earlier version. The tenant is the event's.
 *
 * @param id of the global stretch
 * @param version increases with every change
 * @param hidden whether the tenant offers it to nobody
 * @param wording the tenant's own words for it, by language
 */
public record StretchAdapted(String id, long version, boolean hidden, Map<String, StretchWords> wording) {
    public StretchAdapted {
        wording = Map.copyOf(wording);
    }
}
