package io.limber.catalog.browse;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All vocabularies.
 *
 * @param next always null: there is one page
 */
@Schema(requiredProperties = {"items"})
public record VocabularyList(
        List<VocabularySummary> items,

        @Schema(description = "Always null: there is one page.", nullable = true) @Nullable
        String next) {}
