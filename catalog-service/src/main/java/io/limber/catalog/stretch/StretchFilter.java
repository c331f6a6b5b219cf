package io.limber.catalog.stretch;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which stretches are asked for.
 *
 * @param wanted per facet the codes of which an item must have at least one
 * @param conditions codes of contraindications whose bearer gets no item that they rule out
 * @param maxSeconds longest default dose
 */
record StretchFilter(Map<Facet, Set<String>> wanted, Set<String> conditions, OptionalInt maxSeconds) {
    boolean lets(Stretch stretch) {
        return wanted.entrySet().stream().allMatch(facet -> facet.getKey().hasAny(stretch, facet.getValue()))
                && !stretch.ruledOutBy(conditions)
                && (maxSeconds.isEmpty() || stretch.seconds() <= maxSeconds.getAsInt());
    }
}
