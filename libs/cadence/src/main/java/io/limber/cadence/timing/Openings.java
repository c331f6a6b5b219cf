package io.limber.cadence.timing;

import io.limber.cadence.Hours;
import io.limber.contracts.Timing;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opening hours of a timing. */
final class Openings {
    private static final int MOST_RANGES = 42;
    private static final String MIDNIGHT = "24:00";
    private static final int MINUTES_OF_DAY = 1440;

    private Openings() {}

    static Hours of(Timing.@Nullable Hours hours) throws InvalidTiming {
        if (hours == null) {
            return Hours.ALWAYS;
        }
        List<Timing.Opening> openings = Fields.required("/hours/ranges", hours.ranges());
        if (openings.isEmpty()) {
            throw InvalidTiming.at(
                    "/hours/ranges", "name at least one range, or leave hours out to be open at all times");
        }
        Fields.requireAtMost("/hours/ranges", MOST_RANGES, openings);
        Map<DayOfWeek, List<Hours.Range>> ranges = new EnumMap<>(DayOfWeek.class);
        for (int index = 0; index < openings.size(); index++) {
            String pointer = "/hours/ranges/" + index;
            Timing.Opening opening = Fields.required(pointer, openings.get(index));
            ranges.computeIfAbsent(Fields.required(pointer + "/day", opening.day()), day -> new ArrayList<>())
                    .add(range(pointer, opening));
        }
        return new Hours(ranges, Fields.code("/hours/outside", Hours.Outside.class, hours.outside()));
    }

    private static Hours.Range range(String pointer, Timing.Opening opening) throws InvalidTiming {
        int from = minute(pointer + "/from", Fields.required(pointer + "/from", opening.from()));
        String text = Fields.required(pointer + "/until", opening.until());
        int until = text.equals(MIDNIGHT) || text.equals(MIDNIGHT + ":00")
                ? MINUTES_OF_DAY
                : minute(pointer + "/until", time(pointer + "/until", text));
        if (until <= from) {
            throw InvalidTiming.at(
                    pointer,
                    "lasts less than a minute: until must be later than from on the same day; for hours over midnight"
                            + " name two ranges, one until 24:00 and one of the next day from 00:00");
        }
        return new Hours.Range(from, until);
    }

    private static LocalTime time(String pointer, String text) throws InvalidTiming {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw InvalidTiming.at(pointer, "'" + text + "' is not a time of day: write HH:mm, up to 24:00");
        }
    }

    private static int minute(String pointer, LocalTime time) throws InvalidTiming {
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw InvalidTiming.at(pointer, "must be a whole minute");
        }
        return time.toSecondOfDay() / 60;
    }
}
