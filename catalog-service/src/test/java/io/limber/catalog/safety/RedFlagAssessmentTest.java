package io.limber.catalog.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.limber.catalog.content.Packaged;
import io.limber.catalog.document.ReviewStatus;
import io.limber.catalog.guidance.Guidance;
import io.limber.catalog.guidance.Rule;
import io.limber.catalog.guidance.Rule.Route;
import io.limber.catalog.safety.RedFlagAssessment.Assessed;
import io.limber.catalog.safety.RedFlagAssessment.Outcome;
import io.limber.catalog.safety.RedFlagAssessment.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedFlagAssessmentTest {
    private static final long SEED = Long.getLong("limber.seed", System.nanoTime());
    private static final int CASES = 2000;

    /** Two questions of each route: E1, E2, U1, U2, B1, B2, C1, C2. */
    private static final Guidance QUESTIONS = questions();

    private static final Guidance PACKAGED = Packaged.guidance("red-flags");

    private final Random random = new Random(SEED);

    @BeforeAll
    static void tellSeed() {
        System.out.println("RedFlagAssessmentTest seed " + SEED);
    }

    @ParameterizedTest(name = "yes to [{0}] -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                      | NONE
            C1                      | NONE
            B1                      | SEE_A_DOCTOR
            U1                      | URGENT
            E1                      | EMERGENCY
            C1 C2                   | SEE_A_DOCTOR
            B1 B2                   | SEE_A_DOCTOR
            C1 B1                   | SEE_A_DOCTOR
            C1 U1                   | URGENT
            B1 U1                   | URGENT
            U1 U2                   | URGENT
            C1 C2 B1 B2 U1          | URGENT
            C1 E1                   | EMERGENCY
            U1 E1                   | EMERGENCY
            C1 C2 B1 B2 U1 U2 E2    | EMERGENCY
            """)
    void theMostUrgentYesDecidesAndTwoDoubtsAreOneReasonToAsk(String yes, Outcome outcome) {
        Map<String, Boolean> answers = new HashMap<>();
        QUESTIONS.items().forEach(rule -> answers.put(rule.id(), false));
        List<String> given = yes.isEmpty() ? List.of() : List.of(yes.split(" "));
        given.forEach(id -> answers.put(id, true));

        Assessed assessed = RedFlagAssessment.assess(QUESTIONS, answers);

        assertThat(assessed.outcome()).isEqualTo(outcome);
        assertThat(assessed.reasons()).extracting(Reason::id).containsExactlyInAnyOrderElementsOf(given);
        assertThat(assessed.reasons()).extracting(Reason::route).isSorted();
        assertThat(assessed.unanswered()).isEmpty();
    }

    @Test
    void aQuestionWithoutAnAnswerCountsAsANoAndIsSaidToBeOpen() {
        Assessed assessed = RedFlagAssessment.assess(QUESTIONS, Map.of("C1", true, "E1", false));

        assertThat(assessed.outcome()).isEqualTo(Outcome.NONE);
        assertThat(assessed.unanswered()).containsExactly("E2", "U1", "U2", "B1", "B2", "C2");
        assertThat(RedFlagAssessment.assess(QUESTIONS, Map.of()).unanswered()).hasSize(8);
    }

    /** From the file: every question alone, and any number of them. */
    @Test
    void thePackagedQuestionsLeadWhereTheirFileSays() {
        Map<String, String> routes = new HashMap<>();
        for (JsonNode item : Packaged.file("guidance/red-flags.yaml").path("items")) {
            routes.put(item.path("id").asText(), item.path("route").asText());
        }
        assertThat(routes).hasSizeGreaterThan(15);

        routes.forEach((id, route) -> assertThat(
                        RedFlagAssessment.assess(PACKAGED, Map.of(id, true)).outcome())
                .as(id)
                .isEqualTo(
                        switch (route) {
                            case "EMERGENCY" -> Outcome.EMERGENCY;
                            case "URGENT" -> Outcome.URGENT;
                            case "BOOK_GP" -> Outcome.SEE_A_DOCTOR;
                            case "CHECK" -> Outcome.NONE;
                            default -> throw new AssertionError(route);
                        }));
        for (int turn = 0; turn < CASES; turn++) {
            Map<String, Boolean> answers = new HashMap<>();
            routes.keySet().forEach(id -> {
                if (random.nextInt(5) > 0) {
                    answers.put(id, random.nextInt(8) == 0);
                }
            });
            List<String> yeses = new ArrayList<>();
            answers.forEach((id, yes) -> {
                if (yes) {
                    yeses.add(routes.getOrDefault(id, ""));
                }
            });

            Outcome outcome = RedFlagAssessment.assess(PACKAGED, answers).outcome();

            assertThat(outcome == Outcome.EMERGENCY).as("%s", answers).isEqualTo(yeses.contains("EMERGENCY"));
            assertThat(outcome.compareTo(Outcome.URGENT) >= 0)
                    .as("%s", answers)
                    .isEqualTo(yeses.contains("EMERGENCY") || yeses.contains("URGENT"));
            assertThat(outcome == Outcome.NONE)
                    .as("%s", answers)
                    .isEqualTo(yeses.isEmpty() || yeses.equals(List.of("CHECK")));
        }
    }

    @Test
    void anotherYesNeverMakesItLessUrgent() {
        List<String> ids = PACKAGED.items().stream().map(Rule::id).toList();
        for (int turn = 0; turn < CASES; turn++) {
            Map<String, Boolean> answers = new HashMap<>();
            ids.forEach(id -> answers.put(id, random.nextInt(6) == 0));
            Outcome before = RedFlagAssessment.assess(PACKAGED, answers).outcome();
            answers.put(ids.get(random.nextInt(ids.size())), true);

            assertThat(RedFlagAssessment.assess(PACKAGED, answers).outcome()).isGreaterThanOrEqualTo(before);
        }
    }

    private static Guidance questions() {
        List<Rule> rules = new ArrayList<>();
        for (Route route : Route.values()) {
            for (int number = 1; number <= 2; number++) {
                String id = route.name().substring(0, 1) + number;
                rules.add(new Rule(id, "Question " + id, route, List.of()));
            }
        }
        return new Guidance("q", 1, null, "Questions", "Some.", rules, ReviewStatus.UNREVIEWED, "CC-BY-4.0", null);
    }
}
