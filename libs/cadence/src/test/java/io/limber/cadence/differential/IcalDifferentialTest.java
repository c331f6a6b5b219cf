package io.limber.cadence.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.cadence.FoldPolicy;
import io.limber.cadence.GapPolicy;
import io.limber.cadence.UnusableRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Limber previews against what ical4j says, rule by rule. Where they disagree it has to be for a
 * {@link KnownDifference}. {@code -Dlimber.cases=20000} asks more, {@code -Dlimber.seed=N} asks the same again.
 */
class IcalDifferentialTest {
    private static final int CASES = Integer.getInteger("limber.cases", 2_000);
    private static final Path TABLE = Path.of("../../docs/recurrence.md");

    private final long seed = Long.getLong("limber.seed", System.nanoTime());

    @Test
    @Timeout(600)
    void disagreesOnlyWhereItIsKnownWhy() throws UnusableRule {
        System.out.println("IcalDifferentialTest seed " + seed);
        Random random = new Random(seed);
        Map<String, Integer> disagreements = new TreeMap<>();
        for (int number = 0; number < CASES; number++) {
            Case question = RandomCase.from(random);

            List<Instant> ours = question.ours();
            List<Instant> theirs = Ical4j.due(question);

            if (!ours.equals(theirs)) {
                Optional<Set<KnownDifference>> known = KnownDifference.explain(question, ours, theirs);
                assertThat(known)
                        .as("seed %d, case %d: %s%n ours   %s%n theirs %s", seed, number, question, ours, theirs)
                        .isPresent();
                disagreements.merge(known.get().toString(), 1, Integer::sum);
            }
        }
        System.out.println("IcalDifferentialTest cases " + CASES + " disagreements " + disagreements);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            YEARLY_MONTH_DAYS       | FREQ=YEARLY;BYMONTHDAY=4             | 2005-08-11 | 01:00 | America/Dawson_Creek
            WEEK_START              | FREQ=WEEKLY;INTERVAL=4;BYDAY=FR,SU   | 1999-03-10 | 23:45 | Pacific/Wallis
            WEEKS_OF_TWO_MONTHS     | FREQ=WEEKLY;BYMONTH=9;BYDAY=FR,MO;WKST=MO | 2023-04-10 | 02:15 | America/Winnipeg
            NUMBERED_AND_MONTH_DAYS | FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=2FR | 2026-01-01 | 10:00 | UTC
            SHIFT_THAT_STAYS        | FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=2;BYDAY=MO,SU | 2005-11-01 | 02:45 | America/Matamoros
            SHIFT_THAT_STAYS        | FREQ=WEEKLY;INTERVAL=19;BYDAY=SU,TU;WKST=TU | 2037-10-10 | 23:00 | America/Scoresbysund
            SHIFT_THAT_STAYS        | FREQ=YEARLY;INTERVAL=3;BYDAY=49SU | 2036-10-03 | 23:15 | America/Scoresbysund
            SHIFT_THAT_STAYS        | FREQ=MONTHLY;COUNT=9 | 2035-07-29 | 23:00 | America/Nuuk
            SHIFT_THAT_STAYS        | FREQ=DAILY;INTERVAL=4;BYMONTHDAY=19,24 | 2014-09-07 | 00:53 | America/Punta_Arenas
            """)
    void everyKnownDifferenceIsOne(
            KnownDifference difference, String rule, LocalDate start, LocalTime time, String zone) throws UnusableRule {
        Case question = new Case(rule, null, start, List.of(time), ZoneId.of(zone), GapPolicy.SHIFT, FoldPolicy.FIRST);

        List<Instant> ours = question.ours();
        List<Instant> theirs = Ical4j.due(question);

        assertThat(ours).isNotEmpty().isNotEqualTo(theirs);
        assertThat(KnownDifference.explain(question, ours, theirs)).contains(Set.of(difference));
    }

    @Test
    void aWrongAnswerIsNotExplained() throws UnusableRule {
        // Given a rule to which each of the differences could apply
        Case question = new Case(
                "FREQ=YEARLY;BYMONTHDAY=28,29,30",
                null,
                LocalDate.parse("2026-01-01"),
                List.of(LocalTime.of(2, 30)),
                ZoneId.of("Europe/Berlin"),
                GapPolicy.SHIFT,
                FoldPolicy.FIRST);
        List<Instant> right = question.ours();
        List<Instant> wrong = right.stream()
                .map(instant -> instant.equals(right.get(7)) ? instant.plusSeconds(3600) : instant)
                .toList();

        // When Then
        assertThat(KnownDifference.explain(question, right, Ical4j.due(question)))
                .isPresent();
        assertThat(KnownDifference.explain(question, wrong, Ical4j.due(question)))
                .isEmpty();
    }

    @Test
    void theTableOfKnownDifferencesIsComplete() throws IOException {
        List<String> listed = Pattern.compile("^\\| `([A-Z]+_[A-Z_]+)` \\|", Pattern.MULTILINE)
                .matcher(Files.readString(TABLE))
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();

        assertThat(listed)
                .containsExactlyElementsOf(
                        Arrays.stream(KnownDifference.values()).map(Enum::name).toList());
    }
}
