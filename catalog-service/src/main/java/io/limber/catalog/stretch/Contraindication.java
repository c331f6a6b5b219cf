package io.limber.catalog.stretch;

import io.limber.contracts.Contraindication.Action;
import java.util.List;

/**
 * A condition that speaks against a stretch, and what follows from it.
 *
 * @param reason one sentence a person can read
 */
public record Contraindication(String code, Action action, String reason, List<String> sources) {
    /** Whether a person with the condition does without the stretch, for good or until a clinician agreed. */
    boolean rulesOut() {
        return switch (action) {
            case AVOID, CLINICIAN -> true;
            case MODIFY -> false;
        };
    }
}
