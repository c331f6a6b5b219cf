package io.limber.catalog.content;

import io.limber.catalog.vocabulary.Term;
import io.limber.catalog.vocabulary.Vocabulary;
import io.limber.catalog.vocabulary.VocabularyName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The terms of all vocabularies, to look up. */
record Terms(Map<String, Map<String, Term>> byVocabulary) {
    static Terms of(List<ContentDocument<Vocabulary>> files) {
        return new Terms(files.stream()
                .map(ContentDocument::value)
                .collect(Collectors.toMap(Vocabulary::name, Terms::byCode, (first, second) -> second)));
    }

    private static Map<String, Term> byCode(Vocabulary vocabulary) {
        Map<String, Term> terms = new LinkedHashMap<>();
        vocabulary.entries().forEach(term -> terms.put(term.code(), term));
        return terms;
    }

    Collection<Term> of(VocabularyName vocabulary) {
        return byVocabulary.getOrDefault(vocabulary.wire(), Map.of()).values();
    }

    Optional<Term> find(VocabularyName vocabulary, String code) {
        return Optional.ofNullable(
                byVocabulary.getOrDefault(vocabulary.wire(), Map.of()).get(code));
    }

    List<String> unknown(VocabularyName vocabulary, List<String> codes) {
        return codes.stream().filter(code -> find(vocabulary, code).isEmpty()).toList();
    }
}
