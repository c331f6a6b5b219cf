package io.limber.catalog.vocabulary;

import io.limber.catalog.document.Document;
import java.util.List;
import java.util.Optional;

/** A closed set of codes. */
public record Vocabulary(String name, int revision, String title, List<Term> entries) implements Document {
    @Override
    public String documentId() {
        return name;
    }

    public List<String> codes() {
        return entries.stream().map(Term::code).toList();
    }

    public Optional<Term> find(String code) {
        return entries.stream().filter(term -> term.code().equals(code)).findFirst();
    }
}
