package io.limber.catalog.browse;

import io.limber.catalog.language.Language;
import io.limber.catalog.stretch.Facet;
import io.limber.catalog.vocabulary.Codes;
import io.limber.catalog.vocabulary.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many of the items found have a code. */
@Schema(
        name = "FacetCount",
        description = "How many of the items found have a code, were the facet itself not filtered by.",
        requiredProperties = {"code", "label", "count"})
public record FacetView(String code, String label, int count) {
    /** By the facet's parameter, in the order of its vocabulary; codes that no item has are left out. */
    static Map<String, List<FacetView>> of(Map<Facet, Map<String, Integer>> counts, Codes codes, Language language) {
        Map<String, List<FacetView>> views = new LinkedHashMap<>();
        counts.forEach((facet, own) -> views.put(
                facet.parameter(),
                codes.of(facet.vocabulary()).stream()
                        .filter(term -> own.containsKey(term.code()))
                        .map(term -> view(term, own, language))
                        .toList()));
        return views;
    }

    private static FacetView view(Term term, Map<String, Integer> counts, Language language) {
        return new FacetView(term.code(), term.in(language).label(), counts.getOrDefault(term.code(), 0));
    }
}
