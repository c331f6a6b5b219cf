package io.limber.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.limber.cadence.Hours.Outside;
import io.limber.cadence.Hours.Range;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HoursTest {
    private static final Range NINE_TO_FIVE = new Range(9 * 60, 17 * 60);

    @Test
    void whatIsInsideStaysAndItsEndIsOutside() {
        assertThat(Cadences.in("Europe/Berlin")
                        .at("09:00", "16:59:59")
                        .open(everyDay(NINE_TO_FIVE, Outside.SKIP))
                        .preview("2026-11-22T23:00:00Z", 3))
                .containsExactly("2026-11-23T09:00+01:00", "2026-11-23T16:59:59+01:00", "2026-11-24T09:00+01:00");
        assertThat(Cadences.in("Europe/Berlin")
                        .at("08:59:59", "17:00")
                        .open(everyDay(NINE_TO_FIVE, Outside.SKIP))
                        .cadence()
                        .nextAfter(Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void whatIsOutsideWaitsForTheNextOpeningAndIsDueThereOnce() {
        Hours hours = new Hours(
                Map.of(DayOfWeek.MONDAY, List.of(NINE_TO_FIVE), DayOfWeek.FRIDAY, List.of(NINE_TO_FIVE)), Outside.HOLD);

        assertThat(Cadences.in("Europe/Berlin")
                        .at("07:00", "12:00", "20:00")
                        .open(hours)
                        .preview("2026-11-23T10:00:00Z", 5))
                .containsExactly(
                        "2026-11-23T12:00+01:00",
                        "2026-11-27T09:00+01:00",
                        "2026-11-27T12:00+01:00",
                        "2026-11-30T09:00+01:00",
                        "2026-11-30T12:00+01:00");
    }

    @Test
    void openingsOnDaysOffDoNotCount() {
        DaysOff christmas =
                new DaysOff(null, new TreeSet<>(List.of(LocalDate.parse("2026-12-25"))), DaysOff.Policy.SKIP);

        assertThat(Cadences.in("Europe/Berlin")
                        .at("18:00")
                        .on(DayOfWeek.THURSDAY)
                        .open(everyDay(NINE_TO_FIVE, Outside.HOLD))
                        .off(christmas)
                        .preview("2026-12-24T00:00:00Z", 1))
                .containsExactly("2026-12-26T09:00+01:00");
    }

    @Test
    void anOpeningThatTheClockJumpsIntoBeginsAfterTheJump() {
        Hours night = everyDay(new Range(2 * 60 + 30, 4 * 60), Outside.HOLD);

        assertThat(Cadences.in("Europe/Berlin").at("01:00").open(night).preview("2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00");
    }

    @Test
    void anOpeningThatTheClockJumpsOverDoesNotExist() {
        Hours night = everyDay(new Range(2 * 60, 3 * 60), Outside.HOLD);

        assertThat(Cadences.in("Europe/Berlin").at("01:00").open(night).preview("2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-30T02:00+02:00", "2026-03-31T02:00+02:00");
    }

    @Test
    void aSecondPassBeforeTheOpeningWaitsForItsSecondOpening() {
        Hours night = everyDay(new Range(2 * 60 + 30, 3 * 60), Outside.HOLD);

        assertThat(Cadences.in("Europe/Berlin")
                        .at("02:15")
                        .with(FoldPolicy.SECOND)
                        .open(night)
                        .preview("2026-10-24T12:00:00Z", 1))
                .containsExactly("2026-10-25T02:30+01:00");
    }

    @Test
    void aSpreadStaysBeforeClosingAndBeginsAtTheOpeningForWhatIsHeld() {
        Cadences spread = Cadences.in("Europe/Berlin")
                .open(everyDay(NINE_TO_FIVE, Outside.HOLD))
                .offset(Duration.ofMinutes(20));

        assertThat(spread.at("07:00", "10:00", "16:50").preview("2026-11-22T23:00:00Z", 3))
                .containsExactly("2026-11-23T09:20+01:00", "2026-11-23T10:20+01:00", "2026-11-23T16:59:59+01:00");
    }

    @Test
    void whatWouldWaitLongerThanAMonthIsLeftOut() {
        NavigableSet<LocalDate> mondays = new TreeSet<>();
        LocalDate monday = LocalDate.parse("2026-11-30");
        for (int week = 0; week < 5; week++) {
            mondays.add(monday.plusWeeks(week));
        }
        Cadences held = Cadences.in("UTC")
                .on(DayOfWeek.MONDAY)
                .at("18:00")
                .open(new Hours(Map.of(DayOfWeek.MONDAY, List.of(NINE_TO_FIVE)), Outside.HOLD))
                .off(new DaysOff(null, mondays, DaysOff.Policy.SKIP));

        assertThat(held.preview("2026-11-16T12:00:00Z", 2)).containsExactly("2026-11-23T09:00Z", "2027-01-11T09:00Z");
    }

    @Test
    void overlappingAndAdjoiningRangesAreOne() {
        Hours apart = everyDay(Outside.HOLD, new Range(540, 600), new Range(660, 700));
        Hours one = everyDay(Outside.HOLD, new Range(600, 660), new Range(540, 600), new Range(550, 655));

        assertThat(apart.on(DayOfWeek.MONDAY)).containsExactly(new Range(540, 600), new Range(660, 700));
        assertThat(one.on(DayOfWeek.MONDAY)).containsExactly(new Range(540, 660));
    }

    @Test
    void rangesLieInADayAndLastAMinute() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(540, 540));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(600, 540));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(-1, 540));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(540, 1441));
        assertThat(new Range(0, 1440).contains(LocalTime.MAX)).isTrue();
    }

    private static Hours everyDay(Range range, Outside outside) {
        return everyDay(outside, range);
    }

    private static Hours everyDay(Outside outside, Range... ranges) {
        Map<DayOfWeek, List<Range>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, List.of(ranges));
        }
        return new Hours(days, outside);
    }
}
