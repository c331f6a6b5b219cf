package io.limber.catalog.browse;

import io.limber.catalog.guidance.Guidance;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All guidance, complete.
 *
 * @param next always null: there is one page
 */
@Schema(requiredProperties = {"items"})
public record GuidanceList(
        List<Guidance> items,

        @Schema(description = "Always null: there is one page.", nullable = true) @Nullable
        String next) {}
