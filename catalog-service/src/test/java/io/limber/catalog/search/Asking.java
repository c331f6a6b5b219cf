package io.limber.catalog.search;

import io.limber.catalog.language.Language;
import io.limber.catalog.search.Criteria.Order;
import io.limber.catalog.stretch.Facet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Criteria, put together bit by bit. */
record Asking(
        String words,
        Language language,
        Map<Facet, Set<String>> wanted,
        Set<String> conditions,
        OptionalInt maxSeconds,
        boolean commercialUse,
        Order order,
        Set<Facet> counted) {
    private static final int ALL = 1000;

    static Asking everything() {
        return new Asking("", Language.EN, Map.of(), Set.of(), OptionalInt.empty(), false, Order.ID, Set.of());
    }

    static Asking words(Language language, String words) {
        return new Asking(words, language, Map.of(), Set.of(), OptionalInt.empty(), false, Order.RELEVANCE, Set.of());
    }

    Asking wanting(Facet facet, Set<String> codes) {
        Map<Facet, Set<String>> all = new EnumMap<>(Facet.class);
        all.putAll(wanted);
        all.put(facet, codes);
        return new Asking(words, language, all, conditions, maxSeconds, commercialUse, order, counted);
    }

    Asking with(Set<String> someConditions) {
        return new Asking(words, language, wanted, someConditions, maxSeconds, commercialUse, order, counted);
    }

    Asking within(int seconds) {
        return new Asking(words, language, wanted, conditions, OptionalInt.of(seconds), commercialUse, order, counted);
    }

    Asking forMoney() {
        return new Asking(words, language, wanted, conditions, maxSeconds, true, order, counted);
    }

    Asking by(Order someOrder, Language someLanguage) {
        return new Asking(words, someLanguage, wanted, conditions, maxSeconds, commercialUse, someOrder, counted);
    }

    Asking countingAll() {
        return new Asking(
                words, language, wanted, conditions, maxSeconds, commercialUse, order, EnumSet.allOf(Facet.class));
    }

    Criteria page(Optional<Place> after, int limit) {
        return new Criteria(
                words, language, wanted, conditions, maxSeconds, commercialUse, order, counted, after, limit);
    }

    Criteria.Found all(Searcher searcher) {
        return searcher.find(page(Optional.empty(), ALL));
    }

    List<String> ids(Searcher searcher) {
        return all(searcher).ids();
    }

    /** The same, page by page; each place goes over the wire and back. */
    List<String> idsByPages(Searcher searcher, int limit) {
        List<String> ids = new ArrayList<>();
        Optional<Place> after = Optional.empty();
        do {
            Criteria.Found found = searcher.find(page(after, limit));
            ids.addAll(found.ids());
            after = found.next().map(place -> Place.parse(place.text(), order, language));
            if (after.isPresent() && found.ids().size() != limit) {
                throw new AssertionError(
                        "a page that is not the last one has " + found.ids().size());
            }
        } while (after.isPresent());
        return ids;
    }
}
