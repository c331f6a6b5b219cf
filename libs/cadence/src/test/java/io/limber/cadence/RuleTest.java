package io.limber.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {
    private static final LocalDate START = LocalDate.parse("2026-01-01");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FREQ=MONTHLY;BYMONTHDAY=31                 | 2026-01-31 2026-03-31 2026-05-31
        FREQ=MONTHLY;BYMONTHDAY=-1                 | 2026-01-31 2026-02-28 2026-03-31
        FREQ=MONTHLY;BYDAY=-1FR                    | 2026-01-30 2026-02-27 2026-03-27
        FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 2026-01-30 2026-02-27 2026-03-31
        FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR        | 2026-02-13 2026-03-13 2026-11-13
        FREQ=MONTHLY;BYMONTHDAY=13,14;BYDAY=2FR    | 2026-02-13 2026-03-13 2026-08-14
        FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR         | 2026-02-13 2026-03-13 2026-11-13
        FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29        | 2028-02-29 2032-02-29 2036-02-29
        FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1        | 2026-02-28 2027-02-28 2028-02-29
        FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;INTERVAL=5 | 2032-02-29 2052-02-29 2072-02-29
        FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO | 2044-02-29 2072-02-29 2112-02-29
        FREQ=DAILY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO | 2072-02-29 2140-02-29 2196-02-29
        FREQ=YEARLY;BYDAY=20MO,-1FR                | 2026-05-18 2026-12-25 2027-05-17
        FREQ=YEARLY;BYMONTH=1,6;BYDAY=MO;BYSETPOS=2,-1 | 2026-01-12 2026-06-29 2027-01-11
        FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO | 2026-01-04 2026-01-13 2026-01-18
        FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU | 2026-01-11 2026-01-13 2026-01-25
        FREQ=DAILY;INTERVAL=10                     | 2026-01-01 2026-01-11 2026-01-21
        FREQ=MONTHLY;INTERVAL=5                    | 2026-01-01 2026-06-01 2026-11-01
        FREQ=YEARLY;INTERVAL=4                     | 2026-01-01 2030-01-01 2034-01-01
        FREQ=YEARLY                                | 2026-01-01 2027-01-01 2028-01-01
        FREQ=WEEKLY;BYMONTH=9;BYDAY=TU             | 2026-09-01 2026-09-08 2026-09-15
        """)
    void occursOnTheseDates(String rule, String dates) throws UnusableRule {
        List<LocalDate> expected =
                Arrays.stream(dates.split(" ")).map(LocalDate::parse).toList();

        assertThat(dates(rule, START, 3)).isEqualTo(expected);
        assertThat(dates(rule, START, 2)).isEqualTo(expected.subList(0, 2));
    }

    @Test
    void theDayIsTheStartsWhereTheRuleNamesNone() throws UnusableRule {
        LocalDate thirtyFirst = LocalDate.parse("2026-12-31");

        assertThat(dates("FREQ=WEEKLY", thirtyFirst, 2)).containsExactly(thirtyFirst, LocalDate.parse("2027-01-07"));
        assertThat(dates("FREQ=MONTHLY", thirtyFirst, 3))
                .containsExactly(thirtyFirst, LocalDate.parse("2027-01-31"), LocalDate.parse("2027-03-31"));
        assertThat(dates("FREQ=YEARLY;BYMONTH=1,2", thirtyFirst, 2))
                .containsExactly(LocalDate.parse("2027-01-31"), LocalDate.parse("2028-01-31"));
    }

    @Test
    void aRuleThatBeganLongAgoCostsNoMoreThanANewOne() throws UnusableRule {
        Recurrence old = RecurringDates.of(
                        "FREQ=DAILY;INTERVAL=7;BYMONTH=3", LocalDate.parse("1970-01-01"), List.of(), List.of())
                .recurrence();

        assertThat(old.next(LocalDate.parse("9990-01-01"))).contains(LocalDate.parse("9990-03-01"));
    }

    @Test
    @Timeout(5)
    void neverIsFoundOutSoon() {
        for (String frequency : List.of("DAILY", "WEEKLY;BYDAY=MO", "MONTHLY;BYMONTHDAY=30", "YEARLY;BYMONTHDAY=30")) {
            String rule =
                    "FREQ=" + frequency + ";BYMONTH=2;BYSETPOS=300" + (frequency.equals("DAILY") ? ";BYDAY=MO" : "");

            assertThat(UnusableRules.of(rule, START)).as(rule).isPresent().get().matches(UnusableRule::neverOccurs);
        }
    }

    @Nested
    class Ends {
        @Test
        void aCountIsOfDatesAndExceptionsCount() throws UnusableRule {
            RecurringDates dates = RecurringDates.of(
                    "FREQ=DAILY;COUNT=3", START, List.of(START.plusDays(1)), List.of(START.plusDays(2)));

            assertThat(dates.last()).isEqualTo(START.plusDays(2));
            assertThat(dates.recurrence().occursOn(START.plusDays(1))).isFalse();
            assertThat(dates.recurrence().canonical())
                    .isEqualTo("RULE:FREQ=WEEKLY BYDAY=MO,TU,WE,TH,FR,SA,SU EXDATE=20260102");
        }

        @Test
        void anExtraDateBeyondTheEndKeepsTheEndInTheRule() throws UnusableRule {
            LocalDate extra = LocalDate.parse("2026-03-05");
            RecurringDates dates = RecurringDates.of("FREQ=DAILY;UNTIL=20260102", START, List.of(), List.of(extra));

            assertThat(dates.last()).isEqualTo(extra);
            assertThat(dates(dates.recurrence(), START, 9)).containsExactly(START, START.plusDays(1), extra);
        }

        @Test
        void anExtraDateWithinTheEndDoesNot() throws UnusableRule {
            LocalDate extra = LocalDate.parse("2026-01-06");
            RecurringDates dates =
                    RecurringDates.of("FREQ=WEEKLY;UNTIL=20260131", START, List.of(), List.of(extra, START));

            assertThat(dates.last()).isEqualTo("2026-01-31");
            assertThat(dates.recurrence().canonical()).isEqualTo("RULE:FREQ=WEEKLY BYDAY=TH RDATE=20260106");
        }

        @Test
        void anExceptionTakesAwayAnExtraDateToo() throws UnusableRule {
            LocalDate extra = LocalDate.parse("2026-01-06");
            RecurringDates dates = RecurringDates.of("FREQ=WEEKLY", START, List.of(extra), List.of(extra));

            assertThat(dates.recurrence().canonical()).isEqualTo("WEEKLY:4");
        }

        @Test
        void aHundredYearsWithoutADateAreNever() throws UnusableRule {
            // 29 February of a year that ends in 00: only one year in four hundred.
            assertThat(UnusableRules.of(
                            "FREQ=YEARLY;INTERVAL=100;BYMONTH=2;BYMONTHDAY=29", LocalDate.parse("2100-01-01")))
                    .get()
                    .matches(UnusableRule::neverOccurs);
            assertThat(dates("FREQ=YEARLY;INTERVAL=100;BYMONTH=2;BYMONTHDAY=28", LocalDate.parse("2100-01-01"), 1))
                    .containsExactly(LocalDate.parse("2100-02-28"));
        }
    }

    private static List<LocalDate> dates(String rule, LocalDate start, int count) throws UnusableRule {
        return dates(RecurringDates.of(rule, start, List.of(), List.of()).recurrence(), start, count);
    }

    private static List<LocalDate> dates(Recurrence recurrence, LocalDate from, int count) {
        List<LocalDate> dates = new ArrayList<>();
        Optional<LocalDate> next = recurrence.next(from);
        while (next.isPresent() && dates.size() < count) {
            dates.add(next.get());
            next = recurrence.next(next.get().plusDays(1));
        }
        return dates;
    }

    /** What a rule is refused with. */
    private static final class UnusableRules {
        static Optional<UnusableRule> of(String rule, LocalDate start) {
            try {
                RecurringDates.of(rule, start, List.of(), List.of());
                return Optional.empty();
            } catch (UnusableRule e) {
                return Optional.of(e);
            }
        }
    }
}
