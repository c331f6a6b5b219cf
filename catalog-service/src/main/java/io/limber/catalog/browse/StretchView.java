package io.limber.catalog.stretch;

import io.limber.catalog.document.ReviewStatus;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stretch as we show it. */
@Schema(
        name = "Stretch",
        description = "An item of the catalogue. Codes are explained by /v1/vocabularies.",
        requiredProperties = {
            "id",
            "revision",
            "name",
            "aliases",
            "kind",
            "difficulty",
            "officeFit",
            "position",
            "summary",
            "start",
            "steps",
            "breathing",
            "dose",
            "seconds",
            "regions",
            "muscles",
            "equipment",
            "movementClasses",
            "cautions",
            "contraindications",
            "sources",
            "reviewStatus",
            "licence"
        })
public record StretchView(
        @Schema(description = "Stable id.", examples = "cat-cow")
        String id,

        @Schema(description = "Raised by every change.", examples = "1")
        int revision,

        @Schema(examples = "Cat-cow") String name,
        @Schema(description = "Other names it is known by.") List<String> aliases,

        @Schema(description = "Code of the vocabulary kinds.", examples = "DYNAMIC")
        String kind,

        @Schema(description = "Code of the vocabulary difficulties.", examples = "BEGINNER")
        String difficulty,

        @Schema(description = "Code of the vocabulary office-fits.", examples = "FLOOR_SPACE")
        String officeFit,

        @Schema(description = "Code of the vocabulary positions: where it starts.", examples = "all-fours")
        String position,

        String summary,

        @Schema(description = "How to get into the start position.")
        String start,

        @Schema(description = "What to do, in order.") List<String> steps,
        String breathing,

        @Schema(description = "Null only for a habit.", nullable = true) @Nullable
        Dose dose,

        @Schema(description = "Seconds of the default dose, without changing sides.", examples = "30")
        int seconds,

        @Schema(description = "Codes of the vocabulary regions.")
        List<String> regions,

        @Schema(description = "Codes of the vocabulary muscles.")
        List<String> muscles,

        @Schema(description = "Codes of the vocabulary equipment.")
        List<String> equipment,

        @Schema(description = "Codes of the vocabulary movement-classes.")
        List<String> movementClasses,

        @Schema(description = "Advice to show; it decides nothing.")
        List<Caution> cautions,

        @Schema(description = "Whom it does not suit, at most one entry for a code.")
        List<Contraindication> contraindications,

        List<SourceRef> sources,

        @Schema(description = "Whether a clinician has looked at it.")
        ReviewStatus reviewStatus,

        @Schema(examples = "CC-BY-4.0") String licence) {
    static StretchView of(Stretch stretch) {
        return new StretchView(
                stretch.id(),
                stretch.revision(),
                stretch.name(),
                stretch.aliases(),
                stretch.kind(),
                stretch.difficulty(),
                stretch.officeFit(),
                stretch.position(),
                stretch.summary(),
                stretch.start(),
                stretch.steps(),
                stretch.breathing(),
                stretch.dose(),
                stretch.seconds(),
                stretch.regions(),
                stretch.muscles(),
                stretch.equipment(),
                stretch.movementClasses(),
                stretch.cautions(),
                stretch.contraindications(),
                stretch.sources(),
                stretch.reviewStatus(),
                stretch.licence());
    }
}
