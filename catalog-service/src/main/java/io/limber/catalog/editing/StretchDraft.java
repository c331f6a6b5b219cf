package io.limber.catalog.editing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.limber.catalog.document.ReviewStatus;
import io.limber.catalog.figure.Figure;
import io.limber.catalog.language.Language;
import io.limber.catalog.stretch.Caution;
import io.limber.catalog.stretch.Contraindication;
import io.limber.catalog.stretch.Dose;
import io.limber.catalog.stretch.SourceRef;
import io.limber.catalog.stretch.StretchText;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stretch that is worked on: like {@link io.limber.catalog.stretch.Stretch}, field by field, but that anything except the id may
 * be missing yet, and that it has no revision.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "A stretch that is worked on. Anything but the id may be missing yet; to be published, everything must be there"
                        + " but formerIds, language (en), author, source, figure, translations and, of a habit, the dose.",
        requiredProperties = "id")
public record StretchDraft(
        @Schema(description = "Stable id: lower-case words with dashes.", examples = "our-desk-stretch")
        String id,

        @Schema(description = "Ids it was known by before; they go on leading to it.") @Nullable
        List<String> formerIds,

        @Schema(description = "Of the words below; English when left out.") @Nullable
        Language language,

        @Nullable String name,
        @Nullable List<String> aliases,

        @Schema(description = "Code of the vocabulary kinds.") @Nullable
        String kind,

        @Schema(description = "Code of the vocabulary difficulties.") @Nullable
        String difficulty,

        @Schema(description = "Code of the vocabulary office-fits.") @Nullable
        String officeFit,

        @Schema(description = "Code of the vocabulary positions.") @Nullable
        String position,

        @Nullable String summary,
        @Nullable String start,
        @Nullable List<String> steps,
        @Nullable String breathing,
        @Nullable Dose dose,

        @Schema(description = "Codes of the vocabulary regions.") @Nullable
        List<String> regions,

        @Schema(description = "Codes of the vocabulary muscles.") @Nullable
        List<String> muscles,

        @Schema(description = "Codes of the vocabulary equipment.") @Nullable
        List<String> equipment,

        @Schema(description = "Codes of the vocabulary movement-classes.") @Nullable
        List<String> movementClasses,

        @Nullable List<Caution> cautions,
        @Nullable List<Contraindication> contraindications,

        @Schema(description = "Codes of the vocabulary sources.") @Nullable
        List<SourceRef> sources,

        @Nullable ReviewStatus reviewStatus,

        @Schema(description = "SPDX identifier; a code of the vocabulary licences.") @Nullable
        String licence,

        @Schema(description = "Who holds the rights.") @Nullable
        String author,

        @Schema(description = "Where it was taken from; left out when it is the tenant's own work.") @Nullable
        String source,

        @Schema(description = "How it is drawn.") @Nullable Figure figure,

        @Schema(description = "The words in other languages, by code.") @Nullable
        Map<String, StretchText> translations) {}
