package io.limber.catalog.stretch;

import io.limber.contracts.Contraindication.Action;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A condition that speaks against a stretch, and what follows from it.
 *
 * @param reason one sentence a person can read
 */
@Schema(
        description =
                "AVOID: not for a person with this condition. CLINICIAN: only after a clinician agreed. MODIFY: in the changed form that the reason tells.",
        requiredProperties = {"code", "action", "reason", "sources"})
public record Contraindication(String code, Action action, String reason, List<String> sources) {
    /** Whether a person with the condition does without the stretch, for good or until a clinician agreed. */
    boolean rulesOut() {
        return switch (action) {
            case AVOID, CLINICIAN -> true;
            case MODIFY -> false;
        };
    }
}
