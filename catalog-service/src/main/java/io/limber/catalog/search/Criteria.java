package io.limber.catalog.search;

import io.limber.catalog.language.Language;
import io.limber.catalog.stretch.Facet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is searched for.
 *
 * @param words as a person types them; blank finds everything
 * @param language whose words count most
 * @param wanted per facet the codes of which an item must have at least one
 * @param conditions codes of contraindications whose bearer gets no item that they rule out
 * @param maxSeconds longest default dose
 * @param commercialUse only what may be used for money
 * @param counted facets whose codes are to be counted
 * @param after where the page before ended
 */
public record Criteria(
        String words,
        Language language,
        Map<Facet, Set<String>> wanted,
        Set<String> conditions,
        OptionalInt maxSeconds,
        boolean commercialUse,
        Order order,
        Set<Facet> counted,
        Optional<Place> after,
        int limit) {
    /** In which order. */
    public enum Order {
        /** What fits the words best. */
        RELEVANCE,
        NAME,
        SECONDS,
        ID
    }

    /** What was found. */
    public record Found(List<String> ids, Optional<Place> next, long total, Map<Facet, Map<String, Integer>> counts) {}
}
