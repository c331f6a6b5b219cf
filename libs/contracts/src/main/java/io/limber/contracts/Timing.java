package io.limber.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When, in local wall time: days, times of day and the IANA zone they are read in. Days are either {@code daysOfWeek} or
 * a {@code recurrence}, times either {@code startTimes} or {@code every}: exactly one of each two is there. What is left
 * out does not restrict. Codes are text, so that a reader can say which one it does not know.
 *
 * @param gap a time that the clock jumps over in spring: {@code SHIFT} (later by the jump) or {@code SKIP}
 * @param fold a time that happens twice in autumn: {@code FIRST} or {@code SECOND}
 * @param hours when a reminder may come at all; always when null
 * @param holidays days on which none comes; none when null
 * @param spreadMinutes a due time is later by 0 to this many minutes, by the same amount for a plan each time
 * @param maxLatenessSeconds what is later than this is too late
 * @param whenTooLate {@code DROP} (recorded as missed, also when null), {@code DELIVER} (the latest one, once) or {@code
 *     NEXT_SLOT} (the next one stands for it)
 */
public record Timing(
        @Nullable List<DayOfWeek> daysOfWeek,
        @Nullable Recurrence recurrence,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        List<LocalTime> startTimes,

        @Nullable Every every,
        String zone,
        String gap,
        String fold,
        @Nullable Hours hours,
        @Nullable Holidays holidays,
        @Nullable Integer spreadMinutes,
        long maxLatenessSeconds,
        @Nullable String whenTooLate) {
    public Timing {
        daysOfWeek = copy(daysOfWeek);
        startTimes = copy(startTimes);
    }

    /** Days of the week at fixed times, without the rest. */
    public Timing(
            List<DayOfWeek> daysOfWeek,
            List<LocalTime> startTimes,
            String zone,
            String gap,
            String fold,
            long maxLatenessSeconds) {
        this(daysOfWeek, null, startTimes, null, zone, gap, fold, null, null, null, maxLatenessSeconds, null);
    }

    /**
     * Dates by a rule of RFC 5545, without a time and without a zone.
     *
     * @param rule the value of an RRULE, for example {@code FREQ=MONTHLY;BYDAY=1MO}
     * @param startsOn what DTSTART is in the RFC: the first date that intervals and counts begin at; the plan's first day
     *     when null
     * @param exceptDates dates of the rule that are left out (EXDATE)
     * @param extraDates dates beside those of the rule (RDATE)
     */
    public record Recurrence(
            String rule,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            LocalDate startsOn,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            List<LocalDate> exceptDates,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            List<LocalDate> extraDates) {
        public Recurrence {
            exceptDates = copy(exceptDates);
            extraDates = copy(extraDates);
        }
    }

    /** Start times at {@code from} and each {@code minutes} after it, up to {@code until} on the same day, included. */
    public record Every(
            int minutes,
            @JsonFormat(shape = JsonFormat.Shape.STRING) LocalTime from,
            @JsonFormat(shape = JsonFormat.Shape.STRING) LocalTime until) {}

    /**
     * When a reminder may come.
     *
     * @param outside what comes outside the ranges: {@code HOLD} (waits for the next range) or {@code SKIP}
     */
    public record Hours(List<Opening> ranges, String outside) {
        public Hours {
            ranges = List.copyOf(ranges);
        }
    }

    /**
     * A range of one weekday.
     *
     * @param until the end, not included, as {@code HH:mm:ss}; {@code 24:00:00} is the day's end
     */
    public record Opening(
            DayOfWeek day,
            @JsonFormat(shape = JsonFormat.Shape.STRING) LocalTime from,
            String until) {}

    /**
     * Days off: the public holidays of a country or of a region of it, and days of one's own.
     *
     * @param country ISO 3166-1 alpha-2
     * @param region the part after the hyphen of its ISO 3166-2 code, for example {@code BY}
     * @param policy a date that falls on one: {@code SKIP}, or moved to the working day {@code BEFORE} or {@code AFTER}
     */
    public record Holidays(
            @Nullable String country,
            @Nullable String region,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            List<LocalDate> days,

            String policy) {
        public Holidays {
            days = copy(days);
        }
    }

    private static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }
}
