package io.limber.catalog.snapshot;

import io.limber.catalog.search.StretchIndex;
import java.util.Map;
import java.util.Optional;

/**
 * One owner's part of the catalogue as it was in a version. Never changes.
 *
 * @param version up to which every change is in it
 * @param holdings by id
 * @param formerIds ids that led to a stretch once, with the one they lead to now
 * @param adaptations by the id of the global stretch they are of
 * @param index of those that are offered; empty when there are none
 * @param packing for documents that come next
 */
record Stock(
        long version,
        Map<String, Holding> holdings,
        Map<String, String> formerIds,
        Map<String, Adaptation> adaptations,
        Optional<StretchIndex> index,
        Packing packing) {
    static final Stock NOTHING = new Stock(0, Map.of(), Map.of(), Map.of(), Optional.empty(), Packing.OF_FEW);

    boolean isEmpty() {
        return holdings.isEmpty() && adaptations.isEmpty();
    }
}
