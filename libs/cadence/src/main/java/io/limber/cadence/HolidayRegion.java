package io.limber.cadence;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A country, or a part of one, whose public holidays are known (jollyday). Where a holiday gives a day in lieu,
 * both are off. Bank holidays and observances are working days here.
 *
 * @param country ISO 3166-1 code of two letters, kept in lower case
 * @param parts from the larger to the smaller, for example {@code by}, {@code ag}; empty for the whole country
 */
public record HolidayRegion(String country, List<String> parts) {
    private static final int MOST_CACHED_YEARS = 4096;
    private static final int LIEU_DAYS = 7;
    private static final ConcurrentHashMap<CachedYear, Set<LocalDate>> YEARS = new ConcurrentHashMap<>();

    /**
     * @throws IllegalArgumentException naming what is known instead, when the place is not
     */
    public HolidayRegion {
        country = country.toLowerCase(Locale.ROOT);
        parts = parts.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
        if (country.length() != 2 || !isCalendar(country)) {
            throw new IllegalArgumentException("holidays of country '" + country + "' are not known");
        }
        requireKnown(country, parts);
    }

    /** A whole country. */
    public static HolidayRegion of(String country) {
        return new HolidayRegion(country, List.of());
    }

    boolean hasHolidayOn(LocalDate date) {
        int year = date.getYear();
        // A day in lieu may lie in the year before or after its holiday's.
        return in(year).contains(date)
                || (date.getDayOfYear() <= LIEU_DAYS && in(year - 1).contains(date))
                || (date.getDayOfYear() > date.lengthOfYear() - LIEU_DAYS
                        && in(year + 1).contains(date));
    }

    String canonical() {
        Collection<String> names = new ArrayList<>(List.of(country));
        names.addAll(parts);
        return String.join("-", names);
    }

    static HolidayRegion parse(String canonical) {
        List<String> names = Arrays.asList(canonical.split("-", -1));
        return new HolidayRegion(names.get(0), names.subList(1, names.size()));
    }

    private Set<LocalDate> in(int year) {
        CachedYear key = new CachedYear(this, year);
        Set<LocalDate> known = YEARS.get(key);
        if (known != null) {
            return known;
        }
        if (YEARS.size() >= MOST_CACHED_YEARS) {
            YEARS.clear();
        }
        Set<LocalDate> holidays = compute(year);
        YEARS.put(key, holidays);
        return holidays;
    }

    private Set<LocalDate> compute(int year) {
        try {
            return manager(country)
                    .getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, parts.toArray(String[]::new))
                    .stream()
                    .flatMap(holiday -> Stream.of(holiday.getActualDate(), holiday.getDate()))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (DateTimeException beyondTheCalendar) {
            // The JDK knows Islamic months up to the year 2174.
            return Set.of();
        }
    }

    private static void requireKnown(String country, List<String> parts) {
        CalendarHierarchy place = manager(country).getCalendarHierarchy();
        for (String part : parts) {
            CalendarHierarchy child = place.getChildren().get(part);
            if (child == null) {
                throw new IllegalArgumentException(
                        "'" + part + "' is not a region of '" + place.getId() + "'; known are "
                                + place.getChildren().keySet().stream().sorted().toList());
            }
            place = child;
        }
    }

    private static boolean isCalendar(String country) {
        return HolidayManager.getSupportedCalendarCodes().contains(country.toUpperCase(Locale.ROOT));
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country));
    }

    private record CachedYear(HolidayRegion region, int year) {}
}
