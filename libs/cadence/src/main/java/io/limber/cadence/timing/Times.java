package io.limber.cadence.timing;

import io.limber.contracts.Timing;
import java.time.LocalTime;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** At which times of day: named, or every so many minutes. */
final class Times {
    private static final int MOST_NAMED = 48;
    private static final int LEAST_MINUTES = 5;
    private static final int MOST_MINUTES = 12 * 60;

    private Times() {}

    static NavigableSet<LocalTime> of(Timing timing) throws InvalidTiming {
        List<LocalTime> startTimes = timing.startTimes();
        Timing.Every every = timing.every();
        if ((startTimes == null) == (every == null)) {
            throw InvalidTiming.at("/startTimes", "exactly one of startTimes and every says at which times");
        }
        return startTimes == null ? expanded(Fields.required("/every", every)) : named(startTimes);
    }

    private static NavigableSet<LocalTime> named(List<LocalTime> startTimes) throws InvalidTiming {
        if (startTimes.isEmpty()) {
            throw InvalidTiming.at("/startTimes", "name at least one time");
        }
        Fields.requireAtMost("/startTimes", MOST_NAMED, startTimes);
        for (int index = 0; index < startTimes.size(); index++) {
            requireWholeSecond("/startTimes/" + index, startTimes.get(index));
        }
        return new TreeSet<>(startTimes);
    }

    private static NavigableSet<LocalTime> expanded(Timing.Every every) throws InvalidTiming {
        if (every.minutes() < LEAST_MINUTES || every.minutes() > MOST_MINUTES) {
            throw InvalidTiming.at("/every/minutes", "must be between " + LEAST_MINUTES + " and " + MOST_MINUTES);
        }
        LocalTime from = Fields.required("/every/from", every.from());
        LocalTime until = Fields.required("/every/until", every.until());
        requireWholeSecond("/every/from", from);
        requireWholeSecond("/every/until", until);
        if (until.isBefore(from)) {
            throw InvalidTiming.at(
                    "/every/until", "is before from: for times over midnight use two plans, one for each part");
        }
        NavigableSet<LocalTime> times = new TreeSet<>();
        for (int second = from.toSecondOfDay(); second <= until.toSecondOfDay(); second += every.minutes() * 60) {
            times.add(LocalTime.ofSecondOfDay(second));
        }
        return times;
    }

    private static void requireWholeSecond(String pointer, LocalTime time) throws InvalidTiming {
        if (Fields.required(pointer, time).getNano() != 0) {
            throw InvalidTiming.at(pointer, "must be a whole second");
        }
    }
}
