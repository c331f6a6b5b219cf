package io.limber.catalog.browse;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.limber.catalog.document.ContentHash;
import io.limber.catalog.language.Language;
import io.limber.catalog.snapshot.Shown;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.vocabulary.Codes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What may be done with a text or a picture, and of which exact work it is said. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Rights",
        description = "What may be done with a text or a picture, and of which exact work it is said.",
        requiredProperties = {"work", "licence", "author", "source", "commercialUse", "sha256"})
public record RightsView(
        Work work,

        @Schema(description = "Of a text: its language.", nullable = true) @Nullable
        Language language,

        @Schema(description = "SPDX identifier; a code of the vocabulary licences.", examples = "CC-BY-4.0")
        String licence,

        @Schema(examples = "The authors of Limber") String author,

        @Schema(description = "Where it was taken from; 'own work' when it was made for this catalogue.")
        String source,

        @Schema(description = "Whether the licence allows use for money.")
        boolean commercialUse,

        @Schema(description = "SHA-256 of the work as it is stored.")
        String sha256) {
    private static final String AUTHORS = "The authors of Limber";
    private static final String NOT_NAMED = "not named";
    private static final String OWN_WORK = "own work";

    /** What it is. */
    public enum Work {
        TEXT,
        FIGURE
    }

    /** Of each text and of the figure. */
    static List<RightsView> of(Shown shown, Codes codes) {
        Stretch stretch = shown.stretch();
        List<RightsView> rights = new ArrayList<>();
        for (Language language : stretch.languages()) {
            rights.add(of(shown, codes, Work.TEXT, language, ContentHash.of(shown.text(language))));
        }
        if (stretch.figure() != null) {
            rights.add(of(shown, codes, Work.FIGURE, null, ContentHash.of(stretch.figure())));
        }
        return rights;
    }

    private static RightsView of(Shown shown, Codes codes, Work work, @Nullable Language language, String sha256) {
        Stretch stretch = shown.stretch();
        return new RightsView(
                work,
                language,
                stretch.licence(),
                Objects.requireNonNullElse(stretch.author(), shown.own() ? NOT_NAMED : AUTHORS),
                Objects.requireNonNullElse(stretch.source(), OWN_WORK),
                codes.allowsCommercialUse(stretch.licence()),
                sha256);
    }
}
