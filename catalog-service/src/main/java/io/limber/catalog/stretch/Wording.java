package io.limber.catalog.stretch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.limber.contracts.StretchWords;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Other words for a stretch in one language. What is null stays as it is. Cautions and the reasons of contraindications are not
 * among it: they are safety, not style.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Other words for a stretch in one language; what is left out stays as it is.")
public record Wording(
        @Nullable String name,
        @Nullable List<String> aliases,
        @Nullable String summary,
        @Nullable String start,
        @Nullable List<String> steps,
        @Nullable String breathing) {
    /** The text in these words. */
    public StretchText over(StretchText text) {
        return new StretchText(
                name == null ? text.name() : name,
                aliases == null ? text.aliases() : aliases,
                summary == null ? text.summary() : summary,
                start == null ? text.start() : start,
                steps == null ? text.steps() : steps,
                breathing == null ? text.breathing() : breathing,
                text.cautions(),
                text.reasons());
    }

    /** As others hear of it. */
    public StretchWords published() {
        return new StretchWords(name, aliases, summary, start, steps, breathing, null, null);
    }
}
