package io.limber.cadence.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limber.cadence.Cadence;
import io.limber.cadence.Weekly;
import io.limber.contracts.Timing;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingCadenceTest {
    private static final LocalDate FROM = LocalDate.parse("2026-11-23");

    @Test
    void aPlainTimingIsTheCadenceItAlwaysWas() throws InvalidTiming {
        Timing timing = new Timing(
                List.of(DayOfWeek.MONDAY), List.of(LocalTime.of(10, 0)), "Europe/Berlin", "SHIFT", "FIRST", 1800);

        assertThat(planned(timing).cadence().canonical()).isEqualTo("v1;WEEKLY:1;36000;Europe/Berlin;SHIFT;FIRST;1800");
    }

    @Test
    void aTimingThatSaysEverythingIsReadInFull() throws InvalidTiming {
        Timing timing = Sample.rule("FREQ=MONTHLY;BYDAY=-1FR")
                .with(new Timing.Hours(
                        List.of(
                                new Timing.Opening(DayOfWeek.FRIDAY, LocalTime.of(9, 0), "17:00:00"),
                                new Timing.Opening(DayOfWeek.SATURDAY, LocalTime.of(20, 0), "24:00:00")),
                        "SKIP"))
                .with(new Timing.Holidays("DE", "BY", List.of(LocalDate.parse("2026-12-31")), "BEFORE"))
                .timing();

        assertThat(planned(timing).cadence().canonical())
                .isEqualTo("v1;RULE:FREQ=MONTHLY BYDAY=-1FR;36000;Europe/Berlin;SHIFT;FIRST;1800;"
                        + "hours=SKIP:5=540-1020,6=1200-1440;off=BEFORE:de-by:20261231");
    }

    @Test
    void anIntervalOfTheDayIncludesItsEndWhenItIsMet() throws InvalidTiming {
        Cadence met = planned(Sample.every(50, "09:00", "11:30").timing()).cadence();
        Cadence missed = planned(Sample.every(50, "09:00", "11:29").timing()).cadence();

        assertThat(met.times()).extracting(LocalTime::toString).containsExactly("09:00", "09:50", "10:40", "11:30");
        assertThat(missed.times()).extracting(LocalTime::toString).containsExactly("09:00", "09:50", "10:40");
    }

    @Test
    void everyFiveMinutesOfADayIsAllowed() throws InvalidTiming {
        assertThat(planned(Sample.every(5, "00:00", "23:59").timing()).cadence().times())
                .hasSize(288);
    }

    @Test
    void aCountBecomesTheLastDayOfThePlanAndNotOfTheCadence() throws InvalidTiming {
        TimingCadence.Planned counted =
                planned(Sample.rule("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3").timing());

        assertThat(counted.cadence().recurrence()).isEqualTo(Weekly.on(Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY)));
        assertThat(counted.cadence().preview(Instant.EPOCH, 10, counted.active()))
                .containsExactly(
                        Instant.parse("2026-11-23T09:00:00Z"),
                        Instant.parse("2026-11-25T09:00:00Z"),
                        Instant.parse("2026-11-30T09:00:00Z"));
    }

    @Test
    void aLastDayThatMovesToTheNextWorkingDayIsStillDue() throws InvalidTiming {
        TimingCadence.Planned moved = planned(Sample.rule("FREQ=WEEKLY;BYDAY=FR;UNTIL=20261225")
                .with(new Timing.Holidays("DE", null, null, "AFTER"))
                .timing());

        assertThat(moved.cadence().preview(Instant.parse("2026-12-19T00:00:00Z"), 10, moved.active()))
                .containsExactly(Instant.parse("2026-12-28T09:00:00Z"));
    }

    @Test
    void theEarlierOfTwoEndsCounts() throws InvalidTiming {
        Timing timing = Sample.rule("FREQ=DAILY;UNTIL=20261201").timing();

        TimingCadence.Planned planned = TimingCadence.of(timing, "plan", FROM, LocalDate.parse("2026-11-24"));

        assertThat(planned.active().until()).isEqualTo("2026-11-24T23:00:00Z");
    }

    @Test
    void theSameSpreadIsTheSameOffsetForAPlan() throws InvalidTiming {
        Timing timing = Sample.spread(30).timing();

        assertThat(TimingCadence.of(timing, "plan-1", FROM, null))
                .isEqualTo(TimingCadence.of(timing, "plan-1", FROM, null));
    }

    @Nested
    class Refuses {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                FREQ=HOURLY                     | false | use startTimes or every
                FREQ=DAILY;BYHOUR=9             | false | name the times of day in startTimes or every
                FREQ=YEARLY;BYWEEKNO=20         | false | use BYMONTH, BYMONTHDAY or an INTERVAL of weeks
                FREQ=YEARLY;BYYEARDAY=100       | false | use BYMONTH and BYMONTHDAY
                RSCALE=GREGORIAN;FREQ=DAILY     | false | only the Gregorian calendar
                FREQ=MONTHLY;BYMONTHDAY=32      | false | not a rule of RFC 5545
                FREQ=WEEKLY;BYMONTHDAY=1        | false | not a rule of RFC 5545
                FREQ=DAILY;COUNT=2;UNTIL=20270101 | false | not a rule of RFC 5545
                FREQ=DAILY;UNTIL=20270101T100000Z | false | UNTIL is a local date
                FREQ=DAILY;INTERVAL=1001        | false | INTERVAL is at most 1000
                FREQ=DAILY;COUNT=5001           | false | COUNT is at most 5000
                every day                       | false | cannot be used here
                FREQ=DAILY;COUNT=0              | true  | COUNT=0 means never
                FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 | true | it never occurs
                FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30  | true | it never occurs
                FREQ=DAILY;UNTIL=20261122       | true  | it never occurs
                FREQ=MONTHLY;BYMONTHDAY=1,2,3;BYDAY=2FR | true | it never occurs
                FREQ=MONTHLY;INTERVAL=6;BYMONTH=1 | true | it never occurs
                """)
        void aRuleThatCannotBe(String rule, boolean neverFires, String advice) {
            InvalidTiming refused = refused(Sample.rule(rule).timing());

            assertThat(refused.pointer()).isEqualTo("/recurrence/rule");
            assertThat(refused).hasMessageContaining(advice);
            assertThat(refused.neverFires()).isEqualTo(neverFires);
        }

        @Test
        void thousandsOfExceptions() {
            List<LocalDate> dates = FROM.datesUntil(FROM.plusDays(2_000)).toList();

            InvalidTiming refused = refused(Sample.recurrence(new Timing.Recurrence("FREQ=DAILY", null, dates, null))
                    .timing());

            assertThat(refused.pointer()).isEqualTo("/recurrence/exceptDates");
            assertThat(refused).hasMessage("has 2000 entries: at most 366 are possible");
        }

        @Test
        void exceptionsThatLeaveNothing() {
            InvalidTiming refused = refused(Sample.recurrence(
                            new Timing.Recurrence("FREQ=DAILY;COUNT=2", null, List.of(FROM, FROM.plusDays(1)), null))
                    .timing());

            assertThat(refused.neverFires()).isTrue();
        }

        @Test
        void anExtraDateBeforeTheStart() {
            InvalidTiming refused = refused(
                    Sample.recurrence(new Timing.Recurrence("FREQ=DAILY", null, null, List.of(FROM, FROM.minusDays(1))))
                            .timing());

            assertThat(refused.pointer()).isEqualTo("/recurrence/extraDates/1");
        }

        @ParameterizedTest
        @CsvSource({
            "4, 09:00, 10:00, /every/minutes",
            "721, 09:00, 10:00, /every/minutes",
            "50, 22:00, 02:00, /every/until"
        })
        void anIntervalThatCannotBe(int minutes, String from, String until, String pointer) {
            assertThat(refused(Sample.every(minutes, from, until).timing()).pointer())
                    .isEqualTo(pointer);
        }

        @ParameterizedTest
        @CsvSource({
            "09:00, 09:00:00, /hours/ranges/0",
            "22:00, 06:00:00, /hours/ranges/0",
            "09:00, 09:00:30, /hours/ranges/0/until",
            "09:00:30, 10:00, /hours/ranges/0/from",
            "09:00, 25:00, /hours/ranges/0/until"
        })
        void hoursThatCannotBe(String from, String until, String pointer) {
            Timing.Opening opening = new Timing.Opening(DayOfWeek.MONDAY, LocalTime.parse(from), until);

            assertThat(refused(Sample.plain()
                                    .with(new Timing.Hours(List.of(opening), "HOLD"))
                                    .timing())
                            .pointer())
                    .isEqualTo(pointer);
        }

        @Test
        void timesThatNeverMeetTheHours() {
            Timing.Opening evening = new Timing.Opening(DayOfWeek.MONDAY, LocalTime.of(18, 0), "19:00");

            InvalidTiming refused = refused(Sample.plain()
                    .with(new Timing.Hours(List.of(evening), "SKIP"))
                    .timing());

            assertThat(refused.neverFires()).isTrue();
            assertThat(refused.pointer()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "XX, -, /holidays/country",
                    "DE, ZZ, /holidays/region",
                    "-, BY, /holidays/country",
                    "TARGET, -, /holidays/country"
                })
        void holidaysOfPlacesThatAreNotKnown(@Nullable String country, @Nullable String region, String pointer) {
            InvalidTiming refused = refused(Sample.plain()
                    .with(new Timing.Holidays(country, region, null, "SKIP"))
                    .timing());

            assertThat(refused.pointer()).isEqualTo(pointer);
        }

        @Test
        void moreOwnDaysOffThanFit() {
            List<LocalDate> days = FROM.datesUntil(FROM.plusDays(401)).toList();

            assertThat(refused(Sample.plain()
                                    .with(new Timing.Holidays(null, null, days, "SKIP"))
                                    .timing())
                            .pointer())
                    .isEqualTo("/holidays/days");
        }

        @ParameterizedTest
        @CsvSource({
            "Mars/Olympus, SHIFT, FIRST, 1800, DROP, /zone",
            "Europe/Berlin, JUMP, FIRST, 1800, DROP, /gap",
            "Europe/Berlin, SHIFT, THIRD, 1800, DROP, /fold",
            "Europe/Berlin, SHIFT, FIRST, 0, DROP, /maxLatenessSeconds",
            "Europe/Berlin, SHIFT, FIRST, 1800, WAIT, /whenTooLate"
        })
        void codesAndNumbersThatAreNone(
                String zone, String gap, String fold, long lateness, String whenTooLate, String pointer) {
            List<LocalTime> ten = List.of(LocalTime.of(10, 0));
            Timing timing = new Timing(
                    List.of(DayOfWeek.MONDAY),
                    null,
                    ten,
                    null,
                    zone,
                    gap,
                    fold,
                    null,
                    null,
                    null,
                    lateness,
                    whenTooLate);

            assertThat(refused(timing).pointer()).isEqualTo(pointer);
        }

        @Test
        void bothOrNeitherOfTwoWays() {
            List<DayOfWeek> mondays = List.of(DayOfWeek.MONDAY);
            Timing.Recurrence daily = new Timing.Recurrence("FREQ=DAILY", null, null, null);
            List<LocalTime> ten = List.of(LocalTime.of(10, 0));
            Timing.Every hourly = new Timing.Every(60, LocalTime.of(9, 0), LocalTime.of(17, 0));

            assertThat(refused(of(mondays, daily, ten, null)).pointer()).isEqualTo("/daysOfWeek");
            assertThat(refused(of(null, null, ten, null)).pointer()).isEqualTo("/daysOfWeek");
            assertThat(refused(of(List.of(), null, ten, null)).pointer()).isEqualTo("/daysOfWeek");
            assertThat(refused(of(mondays, null, ten, hourly)).pointer()).isEqualTo("/startTimes");
            assertThat(refused(of(mondays, null, null, null)).pointer()).isEqualTo("/startTimes");
            assertThat(refused(of(mondays, null, Collections.nCopies(49, LocalTime.NOON), null))
                            .pointer())
                    .isEqualTo("/startTimes");
        }

        private static Timing of(
                @Nullable List<DayOfWeek> days,
                Timing.@Nullable Recurrence recurrence,
                @Nullable List<LocalTime> times,
                Timing.@Nullable Every every) {
            return new Timing(
                    days, recurrence, times, every, "Europe/Berlin", "SHIFT", "FIRST", null, null, null, 1800, null);
        }
    }

    private static TimingCadence.Planned planned(Timing timing) throws InvalidTiming {
        return TimingCadence.of(timing, "plan", FROM, null);
    }

    private static InvalidTiming refused(Timing timing) {
        return catchThrowableOfType(InvalidTiming.class, () -> planned(timing));
    }
}
