package io.limber.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/**
 * When, in local wall time: days of the week, times of day and the IANA zone they are read in.
 *
 * @param gap a time that the clock jumps over in spring: {@code SHIFT} (later by the jump) or {@code SKIP}
 * @param fold a time that happens twice in autumn: {@code FIRST} or {@code SECOND}
 * @param maxLatenessSeconds a reminder later than this is not sent any more but recorded as missed
 */
public record Timing(
        List<DayOfWeek> daysOfWeek,
        @JsonFormat(shape = JsonFormat.Shape.STRING) List<LocalTime> startTimes,
        String zone,
        String gap,
        String fold,
        long maxLatenessSeconds) {
    public Timing {
        daysOfWeek = List.copyOf(daysOfWeek);
        startTimes = List.copyOf(startTimes);
    }
}
