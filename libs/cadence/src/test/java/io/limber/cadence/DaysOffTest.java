package io.limber.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.limber.cadence.DaysOff.Policy;
import io.limber.cadence.Hours.Range;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysOffTest {
    private final DaysOff bavaria = holidays("de-by", Policy.SKIP);

    @Test
    void aPublicHolidayIsLeftOut() {
        assertThat(Cadences.in("Europe/Berlin").off(bavaria).preview("2026-12-24T00:00:00Z", 2))
                .containsExactly("2026-12-24T10:00+01:00", "2026-12-27T10:00+01:00");
    }

    @ParameterizedTest
    @CsvSource({
        "BEFORE, 2026-12-24T10:00+01:00, 2026-12-31T10:00+01:00",
        "AFTER,  2026-12-28T10:00+01:00, 2027-01-04T10:00+01:00"
    })
    void anOccurrenceMovesToTheNearestWorkingDay(Policy policy, String christmas, String newYear) {
        // Friday 25 December and Friday 1 January
        assertThat(Cadences.in("Europe/Berlin")
                        .on(DayOfWeek.FRIDAY)
                        .off(holidays("de-by", policy))
                        .preview("2026-12-19T00:00:00Z", 2))
                .containsExactly(christmas, newYear);
    }

    @Test
    void aWorkingDayIsOneWithHoursWhenThereAreHours() {
        Hours saturdays = new Hours(Map.of(DayOfWeek.SATURDAY, List.of(new Range(540, 1020))), Hours.Outside.SKIP);

        // The 26th, a Saturday, is a holiday as well.
        assertThat(Cadences.in("Europe/Berlin")
                        .on(DayOfWeek.FRIDAY)
                        .open(saturdays)
                        .off(holidays("de-by", Policy.AFTER))
                        .preview("2026-12-19T00:00:00Z", 1))
                .containsExactly("2027-01-02T10:00+01:00");
    }

    @Test
    void aDateThatIsNotOffDoesNotMoveEvenWhenNobodyWorks() {
        assertThat(Cadences.in("Europe/Berlin")
                        .on(DayOfWeek.SUNDAY)
                        .off(holidays("de-by", Policy.BEFORE))
                        .preview("2026-12-26T00:00:00Z", 1))
                .containsExactly("2026-12-27T10:00+01:00");
    }

    @Test
    void occurrencesThatMoveToADayWithAnotherAreDueOnce() {
        assertThat(Cadences.in("Europe/Berlin")
                        .on(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
                        .off(holidays("de-by", Policy.BEFORE))
                        .preview("2026-12-22T00:00:00Z", 2))
                .containsExactly("2026-12-24T10:00+01:00", "2026-12-31T10:00+01:00");
    }

    @Test
    void whereNoWorkingDayIsNearTheOccurrenceIsLeftOut() {
        NavigableSet<LocalDate> days = new TreeSet<>();
        LocalDate.parse("2026-12-01").datesUntil(LocalDate.parse("2027-01-10")).forEach(days::add);
        DaysOff closed = new DaysOff(null, days, Policy.AFTER);

        // The 4th is farther than 31 days from the 11th of January, the others move there.
        assertThat(Cadences.in("UTC").on(DayOfWeek.FRIDAY).off(closed).preview("2026-11-28T00:00:00Z", 2))
                .containsExactly("2027-01-11T10:00Z", "2027-01-15T10:00Z");
    }

    @Test
    void aRegionHasHolidaysThatItsCountryHasNot() {
        LocalDate epiphany = LocalDate.parse("2027-01-06");

        assertThat(HolidayRegion.parse("de-by").hasHolidayOn(epiphany)).isTrue();
        assertThat(HolidayRegion.of("DE").hasHolidayOn(epiphany)).isFalse();
    }

    @Test
    void aDayInLieuIsOffBesideItsHolidayAlsoInAnotherYear() {
        HolidayRegion america = HolidayRegion.of("US");

        assertThat(america.hasHolidayOn(LocalDate.parse("2027-07-04"))).isTrue();
        assertThat(america.hasHolidayOn(LocalDate.parse("2027-07-05"))).isTrue();
        // New Year's Day of 2028 is a Saturday.
        assertThat(america.hasHolidayOn(LocalDate.parse("2027-12-31"))).isTrue();
        assertThat(america.hasHolidayOn(LocalDate.parse("2027-12-30"))).isFalse();
    }

    @Test
    void aPlaceIsTheSameInAnyCase() {
        assertThat(new HolidayRegion("DE", List.of("BY"))).isEqualTo(HolidayRegion.parse("de-by"));
    }

    @Test
    void placesAndNumbersThatCannotBeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HolidayRegion.of("XX"))
                .withMessageContaining("'xx'");
        assertThatIllegalArgumentException().isThrownBy(() -> HolidayRegion.of("NYSE"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HolidayRegion.parse("de-zz"))
                .withMessageContaining("known are [bb, be, bw, by");
        NavigableSet<LocalDate> many = new TreeSet<>(
                LocalDate.EPOCH.datesUntil(LocalDate.EPOCH.plusDays(401)).toList());
        assertThatIllegalArgumentException().isThrownBy(() -> new DaysOff(null, many, Policy.SKIP));
    }

    private static DaysOff holidays(String place, Policy policy) {
        return new DaysOff(HolidayRegion.parse(place), new TreeSet<>(), policy);
    }
}
