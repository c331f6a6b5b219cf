package io.limber.catalog.safety;

import io.limber.catalog.guidance.Guidance;
import io.limber.catalog.guidance.Rule;
import io.limber.catalog.guidance.Rule.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What follows from a person's answers to the questions about warning signs. The most urgent yes decides. A sign that decides
 * little alone ({@link Route#CHECK}) asks for a doctor beside any other yes. An unanswered question counts as a no, and is said to
 * be unanswered.
 */
public final class RedFlagAssessment {
    private RedFlagAssessment() {}

    /** From nothing to worse, as in the vocabulary red-flag-outcomes. */
    @Schema(description = "Code of the vocabulary red-flag-outcomes.")
    public enum Outcome {
        NONE,
        SEE_A_DOCTOR,
        URGENT,
        EMERGENCY
    }

    /** A question answered with yes. */
    @Schema(
            name = "RedFlagReason",
            description = "A question answered with yes, and where it leads alone.",
            requiredProperties = {"id", "text", "route", "sources"})
    public record Reason(String id, String text, Route route, List<String> sources) {}

    /**
     * @param reasons the questions answered with yes, the most urgent first
     * @param unanswered ids of questions without an answer
     */
    public record Assessed(Outcome outcome, List<Reason> reasons, List<String> unanswered) {}

    /**
     * @param questions the page of warning signs
     * @param answers by the questions' ids; true is yes
     */
    public static Assessed assess(Guidance questions, Map<String, Boolean> answers) {
        List<Reason> reasons = questions.items().stream()
                .filter(rule -> Boolean.TRUE.equals(answers.get(rule.id())))
                .map(RedFlagAssessment::reason)
                .sorted(Comparator.comparing(Reason::route))
                .toList();
        List<String> unanswered = questions.items().stream()
                .map(Rule::id)
                .filter(id -> !answers.containsKey(id))
                .toList();
        return new Assessed(outcome(reasons.stream().map(Reason::route).toList()), reasons, unanswered);
    }

    private static Reason reason(Rule rule) {
        return new Reason(rule.id(), rule.text(), Objects.requireNonNull(rule.route()), rule.sources());
    }

    private static Outcome outcome(List<Route> yeses) {
        if (yeses.contains(Route.EMERGENCY)) {
            return Outcome.EMERGENCY;
        }
        if (yeses.contains(Route.URGENT)) {
            return Outcome.URGENT;
        }
        return yeses.contains(Route.BOOK_GP) || yeses.size() > 1 ? Outcome.SEE_A_DOCTOR : Outcome.NONE;
    }
}
