package io.limber.catalog.document;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;

/**
 * One owner's published documents of one collection, parsed, as they were at a moment. Never changes.
 *
 * @param versions what the table said; as long as it says the same, the items are current
 */
record Shelf<T>(Map<String, String> versions, SortedMap<String, T> items, Instant checkedAt) {
    Shelf<T> checkedAgain(Instant now) {
        return new Shelf<>(versions, items, now);
    }
}
