package io.limber.catalog.browse;

import io.limber.catalog.document.ReviewStatus;
import io.limber.catalog.language.Language;
import io.limber.catalog.snapshot.Shown;
import io.limber.catalog.stretch.Caution;
import io.limber.catalog.stretch.Contraindication;
import io.limber.catalog.stretch.Dose;
import io.limber.catalog.stretch.SourceRef;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.stretch.StretchText;
import io.limber.catalog.vocabulary.Codes;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
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
            "formerIds",
            "status",
            "own",
            "reworded",
            "language",
            "languages",
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
            "licence",
            "rights"
        })
public record StretchView(
        @Schema(description = "Stable id.", examples = "cat-cow")
        String id,

        @Schema(description = "Raised by every change.", examples = "1")
        int revision,

        @Schema(description = "Ids it was known by before; they still lead here.")
        List<String> formerIds,

        @Schema(
                description =
                        "PUBLISHED: offered. RETIRED: no longer, but its id still leads here. HIDDEN: not by this tenant.")
        Shown.Status status,

        @Schema(description = "Of a retired one: the id of what to do instead.", nullable = true) @Nullable
        String replacedBy,

        @Schema(description = "Whether it is the tenant's own.")
        boolean own,

        @Schema(description = "Whether the tenant says it in words of its own.")
        boolean reworded,

        @Schema(description = "The language of its words.", examples = "en")
        Language language,

        @Schema(description = "The languages it can be read in.")
        List<Language> languages,

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

        @Schema(examples = "CC-BY-4.0") String licence,

        @Schema(description = "Of each text and of the figure.")
        List<RightsView> rights,

        @Schema(description = "Its pictures; null when it is not drawn yet.", nullable = true) @Nullable
        FigureLink figure) {

    /** Names of all fields, for who wants only some. */
    static final List<String> FIELDS = Arrays.stream(StretchView.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    static StretchView of(Shown shown, Language wanted, Codes codes) {
        Stretch stretch = shown.stretch();
        StretchText text = shown.text(wanted);
        return new StretchView(
                stretch.id(),
                stretch.revision(),
                stretch.earlierIds(),
                shown.status(),
                shown.replacedBy().orElse(null),
                shown.own(),
                shown.reworded(),
                shown.language(wanted),
                stretch.languages(),
                text.name(),
                text.aliases(),
                stretch.kind(),
                stretch.difficulty(),
                stretch.officeFit(),
                stretch.position(),
                text.summary(),
                text.start(),
                text.steps(),
                text.breathing(),
                stretch.dose(),
                stretch.seconds(),
                stretch.regions(),
                stretch.muscles(),
                stretch.equipment(),
                stretch.movementClasses(),
                cautions(stretch, text),
                contraindications(stretch, text),
                stretch.sources(),
                stretch.reviewStatus(),
                stretch.licence(),
                RightsView.of(shown, codes),
                FigureLink.of(stretch));
    }

    private static List<Caution> cautions(Stretch stretch, StretchText text) {
        List<Caution> cautions = new ArrayList<>();
        for (int index = 0; index < stretch.cautions().size(); index++) {
            Caution own = stretch.cautions().get(index);
            boolean isTranslated = index < text.cautions().size();
            cautions.add(isTranslated ? new Caution(text.cautions().get(index), own.when()) : own);
        }
        return cautions;
    }

    private static List<Contraindication> contraindications(Stretch stretch, StretchText text) {
        return stretch.contraindications().stream()
                .map(one -> new Contraindication(
                        one.code(), one.action(), text.reasons().getOrDefault(one.code(), one.reason()), one.sources()))
                .toList();
    }

    /** Where its pictures are. */
    @Schema(
            name = "FigureLink",
            description = "Where its pictures are.",
            requiredProperties = {"href", "poses"})
    public record FigureLink(
            @Schema(examples = "/v1/stretches/cat-cow/figure.svg")
            String href,

            @Schema(description = "How many key poses there are.")
            int poses) {
        static @Nullable FigureLink of(Stretch stretch) {
            return stretch.figure() == null
                    ? null
                    : new FigureLink(
                            "/v1/stretches/" + stretch.id() + "/figure.svg",
                            stretch.figure().poses().size());
        }
    }
}
