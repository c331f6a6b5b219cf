package io.limber.catalog.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.limber.catalog.document.Document;
import io.limber.catalog.document.ReviewStatus;
import io.limber.catalog.language.Language;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of rules, in order.
 *
 * @param language of its words; set on what is shown
 * @param translations by language; not on what is shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A page of rules, in order.",
        requiredProperties = {"id", "revision", "title", "summary", "items", "reviewStatus", "licence"})
public record Guidance(
        String id,
        int revision,
        @Nullable Language language,
        String title,
        String summary,
        List<Rule> items,
        ReviewStatus reviewStatus,
        String licence,
        @Schema(hidden = true) @Nullable Map<String, Words> translations)
        implements Document {
    /**
     * The words of a page in one language.
     *
     * @param items texts by the rules' ids
     */
    public record Words(String title, String summary, Map<String, String> items) {}

    /** The same in this language, or as it is when nobody has translated it. */
    public Guidance in(Language wanted) {
        Words words = translations == null ? null : translations.get(wanted.code());
        if (words == null) {
            return new Guidance(id, revision, Language.FALLBACK, title, summary, items, reviewStatus, licence, null);
        }
        List<Rule> rules = items.stream()
                .map(rule -> new Rule(
                        rule.id(), words.items().getOrDefault(rule.id(), rule.text()), rule.route(), rule.sources()))
                .toList();
        return new Guidance(id, revision, wanted, words.title(), words.summary(), rules, reviewStatus, licence, null);
    }

    @Override
    public String documentId() {
        return id;
    }
}
