package io.limber.bench.topic;

import java.util.Arrays;
import java.util.Map;

/** How the visible end of one partition moved on. */
final class Steps {

    private long[] times = new long[64];
    private long[] ends = new long[64];
    private int count;

    synchronized void note(long millis, long end) {
        if (count > 0 && end <= ends[count - 1]) {
            return;
        }
        if (count == times.length) {
            times = Arrays.copyOf(times, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        times[count] = millis;
        ends[count] = end;
        count++;
    }

    /** When the end first lay behind the offset; -1 while it does not. */
    synchronized long passed(long offset) {
        var low = 0;
        var high = count;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (ends[middle] > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == count ? -1 : times[low];
    }

    /** Adds to each time how far the end moved then. */
    synchronized void addTo(Map<Long, Long> grown, long begin) {
        var before = begin;
        for (var index = 0; index < count; index++) {
            grown.merge(times[index], ends[index] - before, Long::sum);
            before = ends[index];
        }
    }
}
