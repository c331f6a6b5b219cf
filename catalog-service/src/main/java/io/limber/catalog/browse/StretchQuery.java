package io.limber.catalog.stretch;

import io.limber.catalog.answer.Query;
import io.limber.catalog.vocabulary.Vocabularies;
import io.limber.catalog.vocabulary.VocabularyName;
import io.limber.kit.http.Cursor;
import io.limber.kit.http.Limit;
import io.limber.kit.tenancy.TenantId;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A request for a page of stretches, with every value checked.
 *
 * @param after id behind which the page begins
 */
record StretchQuery(StretchFilter filter, Optional<String> after, int limit) {
    private static final Set<String> NAMES = names();

    static StretchQuery parse(MultivaluedMap<String, String> parameters, TenantId tenant, Vocabularies vocabularies) {
        Query query = Query.of(parameters, NAMES);
        Map<Facet, Set<String>> wanted = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            if (parameters.containsKey(facet.parameter())) {
                List<String> allowed = vocabularies.codes(tenant, facet.vocabulary());
                wanted.put(facet, query.codes(facet.parameter(), allowed));
            }
        }
        Set<String> conditions = query.codes("excluding", vocabularies.codes(tenant, VocabularyName.CONTRAINDICATIONS));
        OptionalInt limit = query.number("limit", 1);
        return new StretchQuery(
                new StretchFilter(wanted, conditions, query.number("maxSeconds", 0)),
                Cursor.decode(parameters.getFirst("cursor")),
                Limit.of(limit.isPresent() ? limit.getAsInt() : null));
    }

    private static Set<String> names() {
        Set<String> names = new HashSet<>(Set.of("excluding", "maxSeconds", "limit", "cursor"));
        Arrays.stream(Facet.values()).map(Facet::parameter).forEach(names::add);
        return Set.copyOf(names);
    }
}
