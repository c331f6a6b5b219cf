package io.limber.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRulesException;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTest {
    @Nested
    class Weeks {
        @Test
        void severalTimesOnSeveralDaysComeInOrderAndWrapAroundTheWeek() {
            assertThat(Cadences.in("Europe/Berlin")
                            .on(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
                            .at("15:30", "10:00")
                            .preview("2026-11-27T09:00:00Z", 4))
                    .containsExactly(
                            "2026-11-27T15:30+01:00",
                            "2026-11-30T10:00+01:00",
                            "2026-11-30T15:30+01:00",
                            "2026-12-04T10:00+01:00");
        }

        @Test
        void oneDayAWeekComesEverySevenDaysOverTheEndOfTheYearAndTheLeapDay() {
            assertThat(Cadences.in("UTC").on(DayOfWeek.TUESDAY).preview("2027-12-27T00:00:00Z", 11))
                    .startsWith("2027-12-28T10:00Z", "2028-01-04T10:00Z")
                    .endsWith("2028-02-29T10:00Z", "2028-03-07T10:00Z");
        }

        @Test
        void dueInstantsAreStrictlyAfterTheGivenOne() {
            Cadence cadence = Cadences.in("UTC").cadence();
            Instant due = Instant.parse("2026-11-23T10:00:00Z");

            assertThat(cadence.nextAfter(due.minusNanos(1))).contains(due);
            assertThat(cadence.nextAfter(due)).contains(due.plus(Duration.ofDays(1)));
        }

        @Test
        void midnightAndTheLastSecondOfTheDayAreTimesLikeOthers() {
            assertThat(Cadences.in("Pacific/Auckland").at("23:59:59", "00:00").preview("2026-11-22T10:59:58Z", 3))
                    .containsExactly(
                            "2026-11-22T23:59:59+13:00", "2026-11-23T00:00+13:00", "2026-11-23T23:59:59+13:00");
        }

        @Test
        void theDayOfTheWeekIsThatOfTheZoneAndNotOfUtc() {
            assertThat(Cadences.in("Pacific/Kiritimati").on(DayOfWeek.MONDAY).preview("2026-11-22T00:00:00Z", 1))
                    .containsExactly("2026-11-23T10:00+14:00");
            assertThat(Cadences.in("Pacific/Pago_Pago")
                            .on(DayOfWeek.MONDAY)
                            .at("20:00")
                            .preview("2026-11-24T00:00:00Z", 1))
                    .containsExactly("2026-11-23T20:00-11:00");
        }
    }

    @Nested
    class Gaps {
        @Test
        void aTimeInTheGapShiftsByTheLengthOfTheGap() {
            assertThat(Cadences.in("Europe/Berlin").at("02:30").preview("2026-03-27T12:00:00Z", 3))
                    .containsExactly("2026-03-28T02:30+01:00", "2026-03-29T03:30+02:00", "2026-03-30T02:30+02:00");
        }

        @Test
        void aTimeInTheGapIsLeftOutWhenSkippingIsAskedFor() {
            assertThat(Cadences.in("Europe/Berlin")
                            .at("02:30")
                            .with(GapPolicy.SKIP)
                            .preview("2026-03-27T12:00:00Z", 2))
                    .containsExactly("2026-03-28T02:30+01:00", "2026-03-30T02:30+02:00");
        }

        @Test
        void theEndsOfTheGapAreJudgedExactly() {
            Cadences berlin = Cadences.in("Europe/Berlin").with(GapPolicy.SKIP);

            assertThat(berlin.at("01:59:59", "02:00", "02:59:59", "03:00").preview("2026-03-28T12:00:00Z", 2))
                    .containsExactly("2026-03-29T01:59:59+01:00", "2026-03-29T03:00+02:00");
        }

        @Test
        void aShiftedTimeThatMeetsAnotherOneIsDueOnce() {
            assertThat(Cadences.in("Europe/Berlin").at("02:30", "03:30").preview("2026-03-28T12:00:00Z", 3))
                    .containsExactly("2026-03-29T03:30+02:00", "2026-03-30T02:30+02:00", "2026-03-30T03:30+02:00");
        }

        @Test
        void aShiftedTimeMayComeAfterALaterWallTimeOfTheSameDay() {
            assertThat(Cadences.in("Europe/Berlin").at("02:30", "03:10").preview("2026-03-28T12:00:00Z", 2))
                    .containsExactly("2026-03-29T03:10+02:00", "2026-03-29T03:30+02:00");
        }

        @Test
        void lordHoweJumpsByHalfAnHour() {
            assertThat(Cadences.in("Australia/Lord_Howe").at("02:15").preview("2026-10-02T16:00:00Z", 3))
                    .containsExactly("2026-10-04T02:45+11:00", "2026-10-05T02:15+11:00", "2026-10-06T02:15+11:00");
            assertThat(Cadences.in("Australia/Lord_Howe")
                            .at("02:15")
                            .with(GapPolicy.SKIP)
                            .preview("2026-10-02T16:00:00Z", 1))
                    .containsExactly("2026-10-05T02:15+11:00");
        }

        @Test
        void aDayWithoutMidnightBeginsLater() {
            assertThat(Cadences.in("Africa/Cairo").at("00:00", "00:30").preview("2023-04-27T20:00:00Z", 3))
                    .containsExactly("2023-04-28T01:00+03:00", "2023-04-28T01:30+03:00", "2023-04-29T00:00+03:00");
            assertThat(Cadences.in("America/Asuncion")
                            .at("00:00")
                            .with(GapPolicy.SKIP)
                            .preview("2022-10-01T05:00:00Z", 2))
                    .containsExactly("2022-10-03T00:00-03:00", "2022-10-04T00:00-03:00");
        }

        @Test
        void midnightIsMissingInBeirutAndWasInSaoPaulo() {
            assertThat(Cadences.in("Asia/Beirut").at("00:00", "00:59").preview("2026-03-28T12:00:00Z", 3))
                    .containsExactly("2026-03-29T01:00+03:00", "2026-03-29T01:59+03:00", "2026-03-30T00:00+03:00");
            assertThat(Cadences.in("America/Sao_Paulo").at("00:00").preview("2018-11-03T12:00:00Z", 2))
                    .containsExactly("2018-11-04T01:00-02:00", "2018-11-05T00:00-02:00");
            assertThat(Cadences.in("America/Sao_Paulo")
                            .at("00:00")
                            .with(GapPolicy.SKIP)
                            .preview("2018-11-03T12:00:00Z", 1))
                    .containsExactly("2018-11-05T00:00-02:00");
        }

        @Test
        void aTimeShiftedOverMidnightComesAfterTheFirstTimeOfTheNextDay() {
            assertThat(Cadences.in("America/Nuuk").at("00:10", "23:30").preview("2025-03-29T12:00:00Z", 3))
                    .containsExactly("2025-03-30T00:10-01:00", "2025-03-30T00:30-01:00", "2025-03-30T23:30-01:00");
        }

        @Test
        void samoaHadNoThirtiethOfDecember() {
            Cadences fridays = Cadences.in("Pacific/Apia").on(DayOfWeek.FRIDAY);

            assertThat(fridays.preview("2011-12-24T12:00:00Z", 2))
                    .containsExactly("2011-12-31T10:00+14:00", "2012-01-06T10:00+14:00");
            assertThat(fridays.with(GapPolicy.SKIP).preview("2011-12-24T12:00:00Z", 1))
                    .containsExactly("2012-01-06T10:00+14:00");
            assertThat(Cadences.in("Pacific/Apia").preview("2011-12-29T12:00:00Z", 3))
                    .containsExactly("2011-12-29T10:00-10:00", "2011-12-31T10:00+14:00", "2012-01-01T10:00+14:00");
        }
    }

    @Nested
    class Folds {
        @Test
        void aTimeThatHappensTwiceIsDueOnceAsAskedFor() {
            Cadences berlin = Cadences.in("Europe/Berlin").at("02:30");

            assertThat(berlin.preview("2026-10-24T12:00:00Z", 2))
                    .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
            assertThat(berlin.with(FoldPolicy.SECOND).preview("2026-10-24T12:00:00Z", 2))
                    .containsExactly("2026-10-25T02:30+01:00", "2026-10-26T02:30+01:00");
        }

        @Test
        void betweenTheTwoPassesTheSecondIsStillToCome() {
            Cadences berlin = Cadences.in("Europe/Berlin").at("02:30");

            assertThat(berlin.preview("2026-10-25T00:45:00Z", 1)).containsExactly("2026-10-26T02:30+01:00");
            assertThat(berlin.with(FoldPolicy.SECOND).preview("2026-10-25T00:45:00Z", 1))
                    .containsExactly("2026-10-25T02:30+01:00");
        }

        @Test
        void lordHoweFallsBackByHalfAnHour() {
            Cadences lordHowe = Cadences.in("Australia/Lord_Howe").at("01:45");

            assertThat(lordHowe.preview("2026-04-04T12:00:00Z", 2))
                    .containsExactly("2026-04-05T01:45+11:00", "2026-04-06T01:45+10:30");
            assertThat(lordHowe.with(FoldPolicy.SECOND).preview("2026-04-04T12:00:00Z", 1))
                    .containsExactly("2026-04-05T01:45+10:30");
        }

        @Test
        void anHourBeforeMidnightMayHappenTwice() {
            Cadences saoPaulo = Cadences.in("America/Sao_Paulo").at("23:30", "00:10");

            assertThat(saoPaulo.preview("2019-02-16T12:00:00Z", 2))
                    .containsExactly("2019-02-16T23:30-02:00", "2019-02-17T00:10-03:00");
            assertThat(saoPaulo.with(FoldPolicy.SECOND).preview("2019-02-16T12:00:00Z", 2))
                    .containsExactly("2019-02-16T23:30-03:00", "2019-02-17T00:10-03:00");
        }
    }

    @Nested
    class Windows {
        private final Cadence cadence = Cadences.in("Europe/Berlin").cadence();

        private final ActiveWindow threeDays = ActiveWindow.of(
                LocalDate.parse("2026-11-25"), Optional.of(LocalDate.parse("2026-11-27")), cadence.zone());

        @Test
        void aPreviewHoldsWhatLiesInTheWindow() {
            assertThat(cadence.preview(Instant.parse("2026-11-01T00:00:00Z"), 10, threeDays))
                    .containsExactly(
                            Instant.parse("2026-11-25T09:00:00Z"),
                            Instant.parse("2026-11-26T09:00:00Z"),
                            Instant.parse("2026-11-27T09:00:00Z"));
            assertThat(cadence.preview(Instant.parse("2026-11-26T09:00:00Z"), 10, threeDays))
                    .containsExactly(Instant.parse("2026-11-27T09:00:00Z"));
            assertThat(cadence.preview(Instant.parse("2026-11-27T09:00:00Z"), 10, threeDays))
                    .isEmpty();
        }

        @Test
        void theFirstInstantOfTheWindowBelongsToItAndTheLastDoesNot() {
            Cadence midnight = Cadences.in("Europe/Berlin").at("00:00").cadence();

            assertThat(midnight.preview(Instant.parse("2026-11-01T00:00:00Z"), 10, threeDays))
                    .containsExactly(
                            Instant.parse("2026-11-24T23:00:00Z"),
                            Instant.parse("2026-11-25T23:00:00Z"),
                            Instant.parse("2026-11-26T23:00:00Z"));
        }

        @Test
        void aPreviewOfNoneIsEmpty() {
            assertThat(cadence.preview(Instant.parse("2026-11-01T00:00:00Z"), 0))
                    .isEmpty();
        }
    }

    @Nested
    class Canonical {
        @Test
        void isReadBackAsTheSameCadence() {
            Cadence cadence = Cadences.in("America/Argentina/Buenos_Aires")
                    .on(DayOfWeek.SUNDAY, DayOfWeek.WEDNESDAY)
                    .at("23:59:59", "00:00", "07:05")
                    .with(GapPolicy.SKIP)
                    .with(FoldPolicy.SECOND)
                    .cadence();

            assertThat(cadence.canonical())
                    .isEqualTo("v1;WEEKLY:37;0,25500,86399;America/Argentina/Buenos_Aires;SKIP;SECOND;1800");
            assertThat(Cadence.parse(cadence.canonical())).isEqualTo(cadence);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "v2;WEEKLY:1;36000;UTC;SHIFT;FIRST;1800",
                    "v1;WEEKLY:1;36000;UTC;SHIFT;FIRST",
                    "v1;WEEKLY:1;36000;UTC;SHIFT;FIRST;1800;",
                    "v1;DAILY;36000;UTC;SHIFT;FIRST;1800",
                    "v1;WEEKLY:;36000;UTC;SHIFT;FIRST;1800",
                    "v1;WEEKLY:8;36000;UTC;SHIFT;FIRST;1800",
                    "v1;WEEKLY:21;36000;UTC;SHIFT;FIRST;1800",
                    "v1;WEEKLY:11;36000;UTC;SHIFT;FIRST;1800",
                    "v1;WEEKLY:1;;UTC;SHIFT;FIRST;1800",
                    "v1;WEEKLY:1;86400;UTC;SHIFT;FIRST;1800",
                    "v1;WEEKLY:1;-1;UTC;SHIFT;FIRST;1800",
                    "v1;WEEKLY:1;7200,3600;UTC;SHIFT;FIRST;1800",
                    "v1;WEEKLY:1;036000;UTC;SHIFT;FIRST;1800",
                    "v1;WEEKLY:1;36000;UTC;SHIFT;THIRD;1800",
                    "v1;WEEKLY:1;36000;UTC;shift;FIRST;1800",
                    "v1;WEEKLY:1;36000;UTC;SHIFT;FIRST;0",
                    "v1;WEEKLY:1;36000;UTC;SHIFT;FIRST;1800;offset",
                    "v1;WEEKLY:1;36000;UTC;SHIFT;FIRST;1800;offset=0",
                    "v1;WEEKLY:1;36000;UTC;SHIFT;FIRST;1800;offset=14401",
                    "v1;WEEKLY:1;36000;UTC;SHIFT;FIRST;1800;late=DROP",
                    "v1;WEEKLY:1;36000;UTC;SHIFT;FIRST;1800;late=DELIVER;offset=60",
                    "v1;WEEKLY:1;36000;UTC;SHIFT;FIRST;1800;mood=GOOD",
                    "v1;WEEKLY:1;36000;UTC;SHIFT;FIRST;1800;hours=HOLD:1=600-540",
                    "v1;WEEKLY:1;36000;UTC;SHIFT;FIRST;1800;hours=HOLD:1=540-600+600-660",
                    "v1;WEEKLY:1;36000;UTC;SHIFT;FIRST;1800;hours=HOLD",
                    "v1;WEEKLY:1;36000;UTC;SHIFT;FIRST;1800;off=SKIP:xx:",
                    "v1;WEEKLY:1;36000;UTC;SHIFT;FIRST;1800;off=SKIP",
                    "v1;WEEKLY:1;36000;UTC;SHIFT;FIRST;1800;off=SKIP::20261301",
                    "v1;RULE:FREQ=DAILY;36000;UTC;SHIFT;FIRST;1800",
                    "v1;RULE:FREQ=MONTHLY BYMONTHDAY=2,1;36000;UTC;SHIFT;FIRST;1800",
                    "v1;RULE:FREQ=MONTHLY BYMONTH=2 BYMONTHDAY=30;36000;UTC;SHIFT;FIRST;1800",
                    "v1;RULE:FREQ=DAILY INTERVAL=3 PHASE=3;36000;UTC;SHIFT;FIRST;1800",
                    "v1;RULE:FREQ=DAILY INTERVAL=0 PHASE=0;36000;UTC;SHIFT;FIRST;1800",
                    "v1;RULE:FREQ=HOURLY INTERVAL=3 PHASE=0;36000;UTC;SHIFT;FIRST;1800",
                    "v1;RULE:FREQ=WEEKLY BYDAY=MO;36000;UTC;SHIFT;FIRST;1800",
                })
        void refusesWhatItDidNotWrite(String text) {
            assertThatIllegalArgumentException().isThrownBy(() -> Cadence.parse(text));
        }

        @Test
        void refusesAZoneThatIsNotKnown() {
            Assertions.assertThatThrownBy(() -> Cadence.parse("v1;WEEKLY:1;36000;Mars/Olympus;SHIFT;FIRST;1800"))
                    .isInstanceOf(ZoneRulesException.class);
        }
    }

    @Nested
    class Values {
        private final Recurrence daily = Weekly.on(Set.of(DayOfWeek.values()));
        private final ZoneId utc = ZoneId.of("UTC");
        private final Duration lateness = Duration.ofMinutes(30);

        @Test
        void needATimeOfDayInWholeSecondsADayAndAPositiveLatenessInWholeSeconds() {
            List<LocalTime> ten = List.of(LocalTime.of(10, 0));

            assertThatIllegalArgumentException().isThrownBy(() -> make(List.of(), lateness));
            assertThatIllegalArgumentException().isThrownBy(() -> make(List.of(LocalTime.of(10, 0, 0, 1)), lateness));
            assertThatIllegalArgumentException().isThrownBy(() -> make(ten, Duration.ZERO));
            assertThatIllegalArgumentException().isThrownBy(() -> make(ten, Duration.ofSeconds(-1)));
            assertThatIllegalArgumentException().isThrownBy(() -> make(ten, Duration.ofMillis(1500)));
            assertThatIllegalArgumentException().isThrownBy(() -> Weekly.on(Set.of()));
        }

        @Test
        void doNotFollowTheCallersSet() {
            NavigableSet<LocalTime> times = new TreeSet<>(Set.of(LocalTime.of(10, 0)));
            Cadence cadence = plain(times);

            times.add(LocalTime.of(11, 0));

            assertThat(cadence.times()).containsExactly(LocalTime.of(10, 0));
        }

        @Test
        void areInTheOrderOfTheDayWhateverTheCallersOrder() {
            NavigableSet<LocalTime> backwards = new TreeSet<>(Comparator.<LocalTime>reverseOrder());
            backwards.addAll(Set.of(LocalTime.of(10, 0), LocalTime.of(15, 0)));

            Cadence cadence = plain(backwards);

            assertThat(cadence.times()).containsExactly(LocalTime.of(10, 0), LocalTime.of(15, 0));
        }

        private Cadence plain(NavigableSet<LocalTime> times) {
            return new Cadence(
                    daily,
                    times,
                    new WallClock(utc, GapPolicy.SHIFT, FoldPolicy.FIRST),
                    Hours.ALWAYS,
                    DaysOff.NONE,
                    Duration.ZERO,
                    Lateness.DEFAULT);
        }

        private Cadence make(List<LocalTime> times, Duration maxLateness) {
            return Cadence.of(daily, times, utc, GapPolicy.SHIFT, FoldPolicy.FIRST, maxLateness);
        }
    }
}
