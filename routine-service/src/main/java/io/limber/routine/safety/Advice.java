package io.limber.routine.safety;

import io.limber.routine.catalogue.StretchId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a person does a stretch in a changed form. */
@Schema(
        name = "Advice",
        requiredProperties = {"stretchId", "code", "reason"})
public record Advice(StretchId stretchId, String code, String reason) {
    /** Without the health data. */
    @Override
    public String toString() {
        return "Advice[" + stretchId + "]";
    }
}
