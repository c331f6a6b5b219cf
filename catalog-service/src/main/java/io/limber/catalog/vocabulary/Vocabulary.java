package io.limber.catalog.vocabulary;

import io.limber.catalog.document.Document;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A closed set of codes. */
@Schema(
        description = "A closed set of codes.",
        requiredProperties = {"name", "revision", "title", "entries"})
public record Vocabulary(String name, int revision, String title, List<Term> entries) implements Document {
    @Override
    public String documentId() {
        return name;
    }

    public List<String> codes() {
        return entries.stream().map(Term::code).toList();
    }
}
