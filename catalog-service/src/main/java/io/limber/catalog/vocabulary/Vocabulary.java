package io.limber.catalog.vocabulary;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.limber.catalog.document.Document;
import io.limber.catalog.language.Language;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A closed set of codes.
 *
 * @param language of its words; set on what is shown
 * @param translations of the title, by language; not on what is shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A closed set of codes.",
        requiredProperties = {"name", "revision", "title", "entries"})
public record Vocabulary(
        String name,
        int revision,
        @Nullable Language language,
        String title,
        List<Term> entries,
        @Schema(hidden = true) @Nullable Map<String, String> translations)
        implements Document {
    @Override
    public String documentId() {
        return name;
    }

    /** The same with its words in this language, as far as there are any. */
    public Vocabulary in(Language wanted) {
        String translated = translations == null ? null : translations.get(wanted.code());
        return new Vocabulary(
                name,
                revision,
                translated == null ? Language.FALLBACK : wanted,
                translated == null ? title : translated,
                entries.stream().map(term -> term.in(wanted)).toList(),
                null);
    }

    public List<String> codes() {
        return entries.stream().map(Term::code).toList();
    }
}
