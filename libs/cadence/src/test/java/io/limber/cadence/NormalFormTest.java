package io.limber.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormTest {
    private static final int CASES = 1_000;

    /** A Monday. */
    private static final LocalDate START = LocalDate.parse("2026-11-23");

    private final long seed = Long.getLong("limber.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FREQ=DAILY                               | WEEKLY:1234567
        FREQ=WEEKLY                              | WEEKLY:1
        FREQ=MONTHLY;BYDAY=FR,MO                 | WEEKLY:15
        FREQ=YEARLY;BYDAY=MO;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12 | WEEKLY:1
        FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1,-1 | WEEKLY:15
        FREQ=WEEKLY;BYDAY=MO,SU;BYSETPOS=1;WKST=SU | WEEKLY:7
        FREQ=DAILY;BYDAY=MO;BYSETPOS=-1          | WEEKLY:1
        FREQ=DAILY;BYMONTHDAY=1,15               | RULE:FREQ=MONTHLY BYMONTHDAY=1,15
        FREQ=YEARLY;BYMONTHDAY=15,1,1            | RULE:FREQ=MONTHLY BYMONTHDAY=1,15
        FREQ=MONTHLY                             | RULE:FREQ=MONTHLY BYMONTHDAY=23
        FREQ=YEARLY                              | RULE:FREQ=MONTHLY BYMONTH=11 BYMONTHDAY=23
        FREQ=MONTHLY;INTERVAL=12                 | RULE:FREQ=MONTHLY BYMONTH=11 BYMONTHDAY=23
        FREQ=MONTHLY;INTERVAL=4;BYMONTHDAY=1     | RULE:FREQ=MONTHLY BYMONTH=3,7,11 BYMONTHDAY=1
        FREQ=MONTHLY;INTERVAL=24;BYMONTHDAY=1    | RULE:FREQ=YEARLY INTERVAL=2 PHASE=0 BYMONTH=11 BYMONTHDAY=1
        FREQ=YEARLY;INTERVAL=2;BYMONTHDAY=1;BYMONTH=11 | RULE:FREQ=YEARLY INTERVAL=2 PHASE=0 BYMONTH=11 BYMONTHDAY=1
        FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=1     | RULE:FREQ=MONTHLY INTERVAL=5 PHASE=2 BYMONTHDAY=1
        FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2         | RULE:FREQ=MONTHLY BYDAY=2MO
        FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=2MO | RULE:FREQ=MONTHLY BYDAY=2MO
        FREQ=YEARLY;BYDAY=2MO                    | RULE:FREQ=YEARLY BYDAY=2MO
        FREQ=MONTHLY;BYDAY=MO,2MO,2TU            | RULE:FREQ=MONTHLY BYDAY=MO,2TU
        FREQ=MONTHLY;BYMONTH=1,3;BYMONTHDAY=-1   | RULE:FREQ=MONTHLY BYMONTH=1,3 BYMONTHDAY=31
        FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=1,30,31 | RULE:FREQ=MONTHLY BYMONTH=2 BYMONTHDAY=1
        FREQ=DAILY;BYMONTH=3                     | RULE:FREQ=MONTHLY BYMONTH=3 BYDAY=MO,TU,WE,TH,FR,SA,SU
        FREQ=DAILY;INTERVAL=14                   | RULE:FREQ=WEEKLY INTERVAL=2 PHASE=1 BYDAY=MO
        FREQ=WEEKLY;INTERVAL=2;WKST=TH           | RULE:FREQ=WEEKLY INTERVAL=2 PHASE=1 BYDAY=MO
        FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU | RULE:FREQ=WEEKLY INTERVAL=2 PHASE=0 WKST=TU BYDAY=MO,SU
        FREQ=DAILY;INTERVAL=3                    | RULE:FREQ=DAILY INTERVAL=3 PHASE=2
        """)
    void isTheSameForRulesOfTheSameMeaning(String rule, String canonical) throws UnusableRule {
        assertThat(canonical(rule, START)).isEqualTo(canonical);
        assertThat(Recurrence.parse(canonical).canonical()).isEqualTo(canonical);
    }

    @Test
    void keepsThePhaseOfAnInterval() throws UnusableRule {
        assertThat(canonical("FREQ=DAILY;INTERVAL=3", START))
                .isEqualTo(canonical("FREQ=DAILY;INTERVAL=3", START.plusDays(300)))
                .isNotEqualTo(canonical("FREQ=DAILY;INTERVAL=3", START.plusDays(301)));
        assertThat(canonical("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", START))
                .isEqualTo(canonical(
                        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", START.plusWeeks(2).plusDays(3)))
                .isNotEqualTo(canonical("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", START.plusWeeks(1)));
    }

    @Test
    void doesNotDependOnHowARuleIsWrittenOrWhereItEnds() throws UnusableRule {
        System.out.println("NormalFormTest seed " + seed);
        for (int number = 0; number < CASES; number++) {
            List<String> parts = rule();
            String rule = String.join(";", parts);
            String otherwise = otherwise(parts);

            assertThat(canonical(otherwise, START))
                    .as("seed %d, case %d: %s and %s", seed, number, rule, otherwise)
                    .isEqualTo(canonical(rule, START));
            Recurrence recurrence = Recurrence.parse(canonical(rule, START));
            assertThat(recurrence.canonical()).isEqualTo(canonical(rule, START));
        }
    }

    private List<String> rule() {
        String frequency = List.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY").get(random.nextInt(4));
        List<String> parts = new ArrayList<>(List.of("FREQ=" + frequency));
        if (random.nextBoolean()) {
            parts.add("INTERVAL=" + (2 + random.nextInt(5)));
        }
        if (random.nextInt(3) == 0) {
            // With November, so that no interval misses all of them.
            parts.add("BYMONTH=" + (1 + random.nextInt(10)) + ",11");
        }
        if (!frequency.equals("WEEKLY") && random.nextInt(3) == 0) {
            parts.add("BYMONTHDAY=" + (1 + random.nextInt(28)) + ",-1,5,6,7,8,9,10,11");
        }
        if (random.nextInt(3) > 0) {
            parts.add("BYDAY=MO," + code() + "," + code());
        }
        return parts;
    }

    /** Parts in another order, lists too, values repeated, defaults said, an end added. */
    private String otherwise(List<String> parts) {
        List<String> others = parts.stream().map(this::shuffled).collect(Collectors.toCollection(ArrayList::new));
        String rule = String.join(";", parts);
        if (!rule.contains("INTERVAL=")) {
            others.add("INTERVAL=1");
        }
        others.add("WKST=MO");
        if (rule.contains("WEEKLY") && !rule.contains("BYDAY=")) {
            others.add("BYDAY=MO");
        }
        if (rule.contains("MONTHLY") && !rule.contains("BYDAY=") && !rule.contains("BYMONTHDAY=")) {
            others.add("BYMONTHDAY=" + START.getDayOfMonth());
        }
        if (random.nextBoolean()) {
            others.add(random.nextBoolean() ? "COUNT=" + (1 + random.nextInt(50)) : "UNTIL=29991231");
        }
        Collections.shuffle(others, random);
        return String.join(";", others);
    }

    private String shuffled(String part) {
        int equals = part.indexOf('=');
        List<String> values = new ArrayList<>(List.of(part.substring(equals + 1).split(",")));
        if (part.startsWith("BY")) {
            values.add(values.get(0));
        }
        Collections.shuffle(values, random);
        return part.substring(0, equals + 1) + String.join(",", values);
    }

    private String code() {
        return DayOfWeek.of(1 + random.nextInt(7)).name().substring(0, 2);
    }

    private static String canonical(String rule, LocalDate start) throws UnusableRule {
        return RecurringDates.of(rule, start, List.of(), List.of()).recurrence().canonical();
    }
}
