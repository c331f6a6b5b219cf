package io.limber.catalog.vocabulary;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.limber.catalog.language.Language;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One code of a vocabulary.
 *
 * @param avoid of a contraindication: movement classes that rule a stretch out
 * @param modify of a contraindication: movement classes that a stretch may only have in a changed form
 * @param strength of a contraindication: how well it is supported, {@code strong}, {@code medium} or {@code weak}
 * @param sources codes of the sources behind it
 * @param tier of a source: {@code A} the issuing body's own page, {@code B} a faithful copy, {@code C} anything else
 * @param wger of a muscle: its number in the open exercise data of wger
 * @param commercialUse of a licence: whether it allows to use a work for money
 * @param translations the words in other languages, by code; not on what is shown
 * @param searchWords what else people call it, by language; not on what is shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "One code of a vocabulary. The fields beyond its words are those of its vocabulary.",
        requiredProperties = {"code", "label"})
public record Term(
        String code,
        String label,
        @Nullable String description,
        @Nullable List<String> avoid,
        @Nullable List<String> modify,
        @Nullable String strength,
        @Nullable List<String> sources,
        @Nullable String tier,
        @Nullable Integer wger,
        @Nullable Boolean commercialUse,
        @Schema(hidden = true) @Nullable Map<String, Words> translations,
        @Schema(hidden = true) @Nullable Map<String, List<String>> searchWords) {
    /** What people read of a code. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Words(String label, @Nullable String description) {}

    /** The same with its words in this language, as far as there are any. */
    public Term in(Language language) {
        Words words = translations == null ? null : translations.get(language.code());
        return new Term(
                code,
                words == null ? label : words.label(),
                words == null ? description : words.description(),
                avoid,
                modify,
                strength,
                sources,
                tier,
                wger,
                commercialUse,
                null,
                null);
    }
}
