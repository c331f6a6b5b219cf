package io.limber.catalog.safety;

import io.limber.catalog.stretch.Contraindication;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.stretch.StretchText;
import io.limber.contracts.Contraindication.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person with some conditions may do a stretch. The strictest condition decides; none is ever outweighed by another.
 */
public final class StretchCheck {
    private StretchCheck() {}

    /** What a person may do. */
    @Schema(
            description =
                    "ALLOWED: as it is. MODIFY: as the reasons say. AVOID: not, or not before a clinician agreed.")
    public enum Verdict {
        ALLOWED,
        MODIFY,
        AVOID
    }

    /**
     * Why.
     *
     * @param action AVOID, CLINICIAN or MODIFY
     * @param reason for MODIFY it says how
     */
    @Schema(
            name = "CheckReason",
            description =
                    "Why: the condition, what it asks for, and in words what follows. For MODIFY the words say how.",
            requiredProperties = {"code", "action", "reason", "sources"})
    public record Reason(String code, Action action, String reason, List<String> sources) {}

    /**
     * @param clinicianMayAllow of AVOID: whether everything that rules it out may be lifted by a clinician
     */
    @Schema(
            name = "CheckedStretch",
            requiredProperties = {"id", "name", "verdict", "clinicianMayAllow", "reasons"})
    public record Checked(String id, String name, Verdict verdict, boolean clinicianMayAllow, List<Reason> reasons) {}

    /**
     * @param warningSign what to say of the condition under which nothing of the catalogue is right, when the person has it
     */
    public static Checked check(
            Stretch stretch, StretchText text, Set<String> conditions, @Nullable String warningSign) {
        List<Reason> reasons = new ArrayList<>();
        if (conditions.contains(Stretch.RED_FLAG)) {
            reasons.add(new Reason(
                    Stretch.RED_FLAG,
                    Action.AVOID,
                    Optional.ofNullable(warningSign).orElse(""),
                    List.of()));
        }
        stretch.contraindications().stream()
                .filter(one -> conditions.contains(one.code()))
                .sorted(Comparator.comparing(one -> order(one.action())))
                .forEach(one -> reasons.add(reason(one, text)));
        boolean isRuledOut = reasons.stream().anyMatch(reason -> reason.action() != Action.MODIFY);
        boolean isAvoided = reasons.stream().anyMatch(reason -> reason.action() == Action.AVOID);
        Verdict verdict = isRuledOut ? Verdict.AVOID : reasons.isEmpty() ? Verdict.ALLOWED : Verdict.MODIFY;
        return new Checked(stretch.id(), text.name(), verdict, isRuledOut && !isAvoided, reasons);
    }

    private static Reason reason(Contraindication one, StretchText text) {
        return new Reason(
                one.code(), one.action(), text.reasons().getOrDefault(one.code(), one.reason()), one.sources());
    }

    /** The strictest first. */
    private static int order(Action action) {
        return switch (action) {
            case AVOID -> 0;
            case CLINICIAN -> 1;
            case MODIFY -> 2;
        };
    }
}
