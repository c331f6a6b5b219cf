package io.limber.catalog.browse;

import io.limber.catalog.language.Language;
import io.limber.catalog.search.Criteria;
import io.limber.catalog.search.Criteria.Order;
import io.limber.catalog.search.Place;
import io.limber.catalog.stretch.Facet;
import io.limber.catalog.vocabulary.Codes;
import io.limber.catalog.vocabulary.VocabularyName;
import io.limber.kit.http.Cursor;
import io.limber.kit.http.Limit;
import io.limber.kit.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * A request for a page of stretches, with every value checked.
 *
 * @param fields what of each item is wanted; empty: all of it
 */
record StretchQuery(Criteria criteria, Set<String> fields) {
    private static final int LONGEST_WORDS = 200;
    private static final Set<String> NAMES = names();

    static StretchQuery parse(MultivaluedMap<String, String> parameters, Language language, Codes codes) {
        Query query = Query.of(parameters, NAMES);
        // Read before, to know which words to search; here it is only looked at once more, for a second one.
        var unused = query.text("lang");
        Map<Facet, Set<String>> wanted = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            if (parameters.containsKey(facet.parameter())) {
                wanted.put(facet, query.codes(facet.parameter(), codes.codes(facet.vocabulary())));
            }
        }
        String words = words(query);
        Order order = order(query, words);
        OptionalInt limit = query.number("limit", 1);
        Criteria criteria = new Criteria(
                words,
                language,
                wanted,
                query.codes("excluding", codes.codes(VocabularyName.CONTRAINDICATIONS)),
                query.number("maxSeconds", 0),
                query.flag("commercialUse"),
                order,
                counted(query),
                Cursor.decode(query.text("cursor").orElse(null)).map(text -> Place.parse(text, order, language)),
                Limit.of(limit.isPresent() ? limit.getAsInt() : null));
        return new StretchQuery(criteria, query.codes("fields", StretchView.FIELDS));
    }

    private static String words(Query query) {
        String words = query.text("q").orElse("");
        if (words.length() > LONGEST_WORDS) {
            throw ProblemException.field("q", "has at most " + LONGEST_WORDS + " characters");
        }
        return words.strip();
    }

    private static Order order(Query query, String words) {
        List<String> allowed = Arrays.stream(Order.values())
                .map(order -> order.name().toLowerCase(Locale.ROOT))
                .toList();
        Optional<String> asked = query.text("sort");
        asked.filter(sort -> !allowed.contains(sort)).ifPresent(sort -> {
            throw ProblemException.notOneOf("sort", sort, allowed);
        });
        return asked.map(sort -> Order.valueOf(sort.toUpperCase(Locale.ROOT)))
                .orElse(words.isEmpty() ? Order.ID : Order.RELEVANCE);
    }

    private static Set<Facet> counted(Query query) {
        Set<String> names = query.codes("facets", Facet.parameters());
        Set<Facet> counted = EnumSet.noneOf(Facet.class);
        Arrays.stream(Facet.values())
                .filter(facet -> names.contains(facet.parameter()))
                .forEach(counted::add);
        return counted;
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of(
                "q",
                "excluding",
                "maxSeconds",
                "commercialUse",
                "sort",
                "facets",
                "fields",
                "lang",
                "limit",
                "cursor"));
        names.addAll(Facet.parameters());
        return Set.copyOf(names);
    }
}
