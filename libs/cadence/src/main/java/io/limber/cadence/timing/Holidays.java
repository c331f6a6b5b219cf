package io.limber.cadence.timing;

import io.limber.cadence.DaysOff;
import io.limber.cadence.HolidayRegion;
import io.limber.contracts.Timing;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Days off of a timing. */
final class Holidays {
    private Holidays() {}

    static DaysOff of(Timing.@Nullable Holidays holidays) throws InvalidTiming {
        if (holidays == null) {
            return DaysOff.NONE;
        }
        List<LocalDate> own = Fields.orNone(holidays.days());
        Fields.requireAtMost("/holidays/days", DaysOff.MOST_OWN, own);
        for (LocalDate day : own) {
            Fields.requireSane("/holidays/days", day);
        }
        return new DaysOff(
                region(holidays.country(), holidays.region()),
                new TreeSet<>(own),
                Fields.code("/holidays/policy", DaysOff.Policy.class, holidays.policy()));
    }

    private static @Nullable HolidayRegion region(@Nullable String country, @Nullable String region)
            throws InvalidTiming {
        if (country == null) {
            if (region != null) {
                throw InvalidTiming.at("/holidays/country", "is missing: a region is one of a country");
            }
            return null;
        }
        HolidayRegion whole;
        try {
            whole = HolidayRegion.of(country);
        } catch (IllegalArgumentException e) {
            throw InvalidTiming.at(
                    "/holidays/country", e.getMessage() + ": use an ISO 3166-1 code of two letters, or own days");
        }
        try {
            return region == null ? whole : new HolidayRegion(country, Arrays.asList(region.split("-", -1)));
        } catch (IllegalArgumentException e) {
            throw InvalidTiming.at("/holidays/region", String.valueOf(e.getMessage()));
        }
    }
}
