package io.limber.routine.safety;

import io.limber.contracts.Contraindication;
import io.limber.routine.catalogue.StretchId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a stretch is not for a person.
 *
 * @param instead what would fit; null when the catalogue has nothing
 */
@Schema(
        name = "Clash",
        requiredProperties = {"stretchId", "code", "action", "reason", "instead"})
public record Clash(
        StretchId stretchId,
        String code,
        Contraindication.Action action,
        String reason,
        @Schema(nullable = true) @Nullable Instead instead) {
    /** A stretch that trains one of the same regions and suits the person. */
    @Schema(
            name = "Instead",
            requiredProperties = {"stretchId", "name"})
    public record Instead(StretchId stretchId, String name) {}

    /** Without the health data. */
    @Override
    public String toString() {
        return "Clash[" + stretchId + "]";
    }
}
