package io.limber.catalog.vocabulary;

import io.limber.catalog.language.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;

/** The terms of all vocabularies, to look up. Never changes. */
public final class Codes {
    private final Map<String, Map<String, Term>> byVocabulary;

    private Codes(Map<String, Map<String, Term>> byVocabulary) {
        this.byVocabulary = byVocabulary;
    }

    public static Codes of(Iterable<Vocabulary> vocabularies) {
        Map<String, Map<String, Term>> all = new HashMap<>();
        for (Vocabulary vocabulary : vocabularies) {
            Map<String, Term> terms = new LinkedHashMap<>();
            vocabulary.entries().forEach(term -> terms.put(term.code(), term));
            all.put(vocabulary.name(), terms);
        }
        return new Codes(all);
    }

    public SequencedCollection<Term> of(VocabularyName vocabulary) {
        return List.copyOf(terms(vocabulary).values());
    }

    /** In the vocabulary's order. */
    public List<String> codes(VocabularyName vocabulary) {
        return List.copyOf(terms(vocabulary).keySet());
    }

    public Optional<Term> find(VocabularyName vocabulary, String code) {
        return Optional.ofNullable(terms(vocabulary).get(code));
    }

    public List<String> unknown(VocabularyName vocabulary, List<String> codes) {
        return codes.stream().filter(code -> find(vocabulary, code).isEmpty()).toList();
    }

    /** False for a licence that nobody knows. */
    public boolean allowsCommercialUse(String licence) {
        return find(VocabularyName.LICENCES, licence).map(Term::commercialUse).orElse(false);
    }

    /** What people call a code: its label and what else they say. */
    public List<String> words(VocabularyName vocabulary, String code, Language language) {
        List<String> words = new ArrayList<>();
        find(vocabulary, code).ifPresent(term -> {
            words.add(term.in(language).label());
            Map<String, List<String>> more = term.searchWords();
            if (more != null) {
                words.addAll(more.getOrDefault(language.code(), List.of()));
            }
        });
        return words;
    }

    private Map<String, Term> terms(VocabularyName vocabulary) {
        return byVocabulary.getOrDefault(vocabulary.wire(), Map.of());
    }
}
