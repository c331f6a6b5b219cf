package io.limber.cadence;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Opening hours: when reminders may come at all, in wall time for each weekday. {@link #ALWAYS} means that there are
 * none, so any time is good.
 *
 * @param ranges disjoint and in order for each weekday; a weekday without any is closed
 */
public record Hours(Map<DayOfWeek, List<Range>> ranges, Outside outside) {
    public static final Hours ALWAYS = new Hours(Map.of(), Outside.HOLD);

    private static final Set<DayOfWeek> WORKING_WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /** What becomes of a time outside the hours. */
    public enum Outside {
        /** It is due when the doors open next. */
        HOLD,
        /** It is left out. */
        SKIP
    }

    /**
     * From one minute of the day, included, to another, excluded: 24:00 is minute 1440. A range over midnight is two
     * ranges on two days.
     */
    public record Range(int from, int until) {
        static final int MINUTES_OF_DAY = 1440;

        public Range {
            if (from < 0 || until > MINUTES_OF_DAY) {
                throw new IllegalArgumentException("hours lie between 00:00 and 24:00");
            }
            if (from >= until) {
                throw new IllegalArgumentException("hours last at least a minute and do not cross midnight");
            }
        }

        boolean contains(LocalTime time) {
            int minute = time.toSecondOfDay() / 60;
            return from <= minute && minute < until;
        }
    }

    public Hours {
        Map<DayOfWeek, List<Range>> merged = new EnumMap<>(DayOfWeek.class);
        ranges.forEach((day, ofDay) -> {
            if (!ofDay.isEmpty()) {
                merged.put(day, merged(ofDay));
            }
        });
        ranges = Map.copyOf(merged);
    }

    boolean areAlways() {
        return ranges.isEmpty();
    }

    List<Range> on(DayOfWeek day) {
        return ranges.getOrDefault(day, List.of());
    }

    /** A weekday on which people work: one with hours, or Monday to Friday when there are none. */
    boolean isWorkingDay(DayOfWeek day) {
        return areAlways() ? WORKING_WEEK.contains(day) : ranges.containsKey(day);
    }

    /** For example {@code HOLD:1=540-720+780-1020,2=540-1020}: weekday and minutes of the day. */
    String canonical() {
        return new EnumMap<>(ranges)
                .entrySet().stream()
                        .map(day -> day.getKey().getValue() + "="
                                + day.getValue().stream()
                                        .map(range -> range.from() + "-" + range.until())
                                        .collect(Collectors.joining("+")))
                        .collect(Collectors.joining(",", outside + ":", ""));
    }

    static Hours parse(String canonical) {
        String[] parts = CanonicalText.parts(canonical, ":", 2);
        Map<DayOfWeek, List<Range>> ranges = new EnumMap<>(DayOfWeek.class);
        for (String day : parts[1].split(",")) {
            String[] hours = CanonicalText.parts(day, "=", 2);
            ranges.put(
                    Weekly.day(hours[0]),
                    Arrays.stream(hours[1].split("\\+")).map(Hours::range).toList());
        }
        return new Hours(ranges, Outside.valueOf(parts[0]));
    }

    private static Range range(String canonical) {
        String[] ends = CanonicalText.parts(canonical, "-", 2);
        return new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }

    private static List<Range> merged(Collection<Range> ranges) {
        List<Range> merged = new ArrayList<>();
        for (Range range :
                ranges.stream().sorted(Comparator.comparingInt(Range::from)).toList()) {
            Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && range.from() <= last.until()) {
                merged.set(merged.size() - 1, new Range(last.from(), Math.max(last.until(), range.until())));
            } else {
                merged.add(range);
            }
        }
        return List.copyOf(merged);
    }
}
